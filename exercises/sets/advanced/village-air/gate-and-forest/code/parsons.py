eggs = {}
for hen in ["Joiana", "Pestrita"]:
    eggs[hen] = 3
print(eggs)
