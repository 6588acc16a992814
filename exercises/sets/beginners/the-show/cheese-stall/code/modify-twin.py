def hours(minutes):
    return minutes / 60

print(hours(90))
