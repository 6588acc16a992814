eggs = {"Tuft": 12, "Spotty": 9}
days = {"Tuft": 6, "Spotty": 3}
for hen in eggs:
    print(hen, eggs[hen] / days[hen])
