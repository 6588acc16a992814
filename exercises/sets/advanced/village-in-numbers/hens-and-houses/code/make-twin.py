def prices(text):
    result = []
    for line in text.split(";"):
        parts = line.split(":")
        result.append([parts[0], float(parts[1])])
    return result


print(prices("milk:6.5;bread:4"))
