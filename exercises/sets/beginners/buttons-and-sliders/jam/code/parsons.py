def rooster(times):
    for number in range(times):
        print("Cock-a-doodle-doo!")


interact(rooster, times=slider(1, 5))
