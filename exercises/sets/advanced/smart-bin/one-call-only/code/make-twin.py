def cat(days):
    result = []
    rainy = False
    for day in days:
        if day == "rain" and not rainy:
            result.append("meow")
        rainy = day == "rain"
    return result


print(cat(["sun", "rain", "rain", "sun"]))
