level = 0
for throw in [30, 40, 20]:
    level = level + throw
    print(level)
