def arrive(hour, minute, ride):
    minute = minute + ride
    if minute >= 60:
        minute = minute - 60
        hour = hour + 1
    return [hour % 24, minute]
