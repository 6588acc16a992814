def clock(total):
    hour = total // 60
    minute = total % 60
    if minute < 10:
        return str(hour) + ":0" + str(minute)
    return str(hour) + ":" + str(minute)
