def clock(total):
    hour = total // 60
    minute = total % 60
    return str(hour) + ":0" + str(minute)
