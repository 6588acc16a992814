answer = input("How many guests? ")
cat = 2
print("Fry", int(answer) * 3 + cat, "pancakes.")
