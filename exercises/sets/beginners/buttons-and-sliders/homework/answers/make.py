def walk(houses, dogs, snow):
    minutes = houses * 2 + dogs * 3
    if snow:
        minutes = minutes * 2
    return minutes


def round_trip(houses, dogs, snow):
    print(f"Back in {walk(houses, dogs, snow)} minutes!")


interact(round_trip, houses=slider(0, 60), dogs=slider(0, 20), snow=False)
