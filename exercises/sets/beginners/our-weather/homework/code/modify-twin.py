eggs = [6, 4, 9]
most = eggs[0]
total = 0
for value in eggs:
    total = total + value
    if value > most:
        most = value
others = total - most
print(f"The best hen: {most} eggs, the others together: {others}")
