stand = {"who": "children of the first grade", "problem": "they are afraid of sums", "try": "read the question aloud"}
sums = [3, 8, 5]
for number in sums:
    print(f"{number} geese and one more are how many?")
