def arrive(hour, minute, ride):
    total = hour * 60 + minute + ride
    return [total / 60 % 24, total % 60]


print("We arrive in Iasi at", arrive(7, 40, 95))
