def minutes(text):
    minute = int(text[-2:])
    hour = int(text[:-3])
    return minute + hour * 60
