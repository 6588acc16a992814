def left_over(battery, films):
    if films * 20 > battery:
        return 0
    return battery - films * 20


interact(left_over, battery=slider(0, 100, start=100), films=slider(0, 9))
