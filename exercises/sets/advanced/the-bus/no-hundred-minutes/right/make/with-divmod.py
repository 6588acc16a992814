def arrive(hour, minute, ride):
    hour, minute = divmod(hour * 60 + minute + ride, 60)
    return [hour % 24, minute]
