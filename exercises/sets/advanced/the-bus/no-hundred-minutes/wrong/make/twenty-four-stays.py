def arrive(hour, minute, ride):
    total = hour * 60 + minute + ride
    hour = total // 60
    if hour > 24:
        hour = hour - 24
    return [hour, total % 60]
