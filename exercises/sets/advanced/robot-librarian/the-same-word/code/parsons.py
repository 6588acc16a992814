names = []
for name in ["goat ", "  fox"]:
    names.append(name.strip())
print(" and ".join(names))
