def night(minute):
    if minute < 240:
        print(minute + 1440)
    else:
        print(minute)
