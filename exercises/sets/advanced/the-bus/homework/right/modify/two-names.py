def minutes(text):
    hour, minute = text.split(":")
    return 60 * int(hour) + int(minute)
