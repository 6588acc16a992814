text = "It is dark. Somebody falls."
parts = text.split(".")
print(len(parts))
for part in parts:
    print(part)
