def home(times, ready, ride):
    if not times or times[-1] < ready:
        return None
    total = times[-1] + ride
    return [total // 60 % 24, total % 60]
