eggs = {"Safta": 3, "Toader": 0, "Viorica": 5}
for name, number in eggs.items():
    if number == 0:
        print(name, "has no eggs")
print("Those were all.")
