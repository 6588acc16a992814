def clock(total):
    hour = total // 60
    minute = total % 60
    if minute < 10:
        return str(hour) + ":" + str(minute) + "0"
    return str(hour) + ":" + str(minute)
