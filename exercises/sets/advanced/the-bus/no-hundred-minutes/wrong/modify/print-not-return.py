def clock(total):
    hour = total // 60
    minute = total % 60
    if minute < 10:
        print(str(hour) + ":0" + str(minute))
    else:
        print(str(hour) + ":" + str(minute))
