letters = 0
for name in ["Zoe", "Radu"]:
    letters = letters + len(name)
print(letters)
