def home(times, ready, ride):
    last = 0
    while last < len(times) and times[last] < ready:
        last = last + 1
    if last == len(times):
        return None
    total = times[last] + ride
    return [total // 60 % 24, total - total // 60 * 60]
