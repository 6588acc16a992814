def minutes(text):
    parts = text.split(":")
    print(int(parts[0]) * 60 + int(parts[1]))
