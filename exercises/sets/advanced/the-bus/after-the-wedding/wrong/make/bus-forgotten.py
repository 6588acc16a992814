def home(times, ready, ride):
    for bus in times:
        if bus >= ready:
            total = ready + ride
            return [total // 60 % 24, total % 60]
    return None


print("With the cake I am home at", home([1290, 1380, 1455], 1450, 35))
