talk = {"hi": 20, "who": 20, "try": 30, "thanks": 20}
total = 0
for part in talk:
    total = total + talk[part]
print(total)
