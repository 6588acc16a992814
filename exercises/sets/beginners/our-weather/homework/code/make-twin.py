light = [1, 1, 0, 1, 1, 0]
changes = 0
for i in range(1, len(light)):
    if light[i] != light[i - 1]:
        changes = changes + 1
print(f"Changes: {changes}")
