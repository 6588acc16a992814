def grams(text):
    parts = text.split("kg")
    return int(parts[0]) * 1000 - int(parts[1])


print(grams("2kg150"))
