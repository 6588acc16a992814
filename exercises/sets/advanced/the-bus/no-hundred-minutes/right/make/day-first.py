def arrive(hour, minute, ride):
    total = (hour * 60 + minute + ride) % 1440
    hour = total // 60
    return [hour, total - hour * 60]
