eggs = {}
for hen in ["Tuft", "Spotty"]:
    eggs[hen] = 3
print(eggs)
