def arrive(hour, minute, ride):
    minute = minute + ride
    while minute >= 60:
        minute = minute - 60
        hour = hour + 1
    if hour >= 24:
        hour = hour - 24
    return [hour, minute]


print("We arrive in Iasi at", arrive(22, 40, 95))
