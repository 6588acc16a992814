hunger = 9
plums = 0
while hunger > 0 and plums < 7:
    hunger = hunger - 1
    plums = plums + 1
print(f"Stop after {plums} plums!")
