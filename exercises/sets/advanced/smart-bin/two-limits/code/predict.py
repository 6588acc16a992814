full = False
for level in [70, 82, 78, 15]:
    if level >= 80:
        full = True
    if level <= 20:
        full = False
    print(level, full)
