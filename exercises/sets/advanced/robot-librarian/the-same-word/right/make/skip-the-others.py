def find(titles, asked):
    asked = asked.strip().casefold()
    result = list(titles)
    for title in titles:
        if asked == "" or asked not in title.casefold():
            result.remove(title)
    return result
