words = ["plum", "pear"]
number = len(words)
print(f"Fruit: {number}")
