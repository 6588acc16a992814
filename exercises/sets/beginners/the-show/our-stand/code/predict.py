talk = {"hello": 10, "problem": 30, "demo": 40}
total = 0
for part in talk:
    total = total + talk[part]
print(90 - total)
