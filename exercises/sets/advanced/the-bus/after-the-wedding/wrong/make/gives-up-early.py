def home(times, ready, ride):
    for bus in times:
        if bus >= ready:
            total = bus + ride
            return [total // 60 % 24, total % 60]
        else:
            return None
