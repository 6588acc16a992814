times = [400, 525, 700]
now = 500
for bus in times:
    if bus >= now:
        print(bus)
        break
