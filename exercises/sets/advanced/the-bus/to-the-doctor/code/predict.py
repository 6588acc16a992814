times = [400, 480, 560]
chosen = None
for bus in times:
    if bus + 25 <= 540:
        chosen = bus
print(chosen)
