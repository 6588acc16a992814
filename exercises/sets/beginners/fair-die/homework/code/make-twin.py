def drive(stops):
    speeds = []
    for number in range(stops):
        if number < 3:
            speeds.append(40)
        else:
            speeds.append(randint(60, 80))
    return speeds


print(drive(8))
