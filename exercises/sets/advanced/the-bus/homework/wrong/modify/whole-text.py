def minutes(text):
    return int(text) * 60
