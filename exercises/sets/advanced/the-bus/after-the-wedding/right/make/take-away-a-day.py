def home(times, ready, ride):
    later = [bus for bus in times if bus >= ready]
    if not later:
        return None
    total = later[0] + ride
    if total >= 1440:
        total = total - 1440
    return [total // 60, total % 60]


print("I stay for the cake")
