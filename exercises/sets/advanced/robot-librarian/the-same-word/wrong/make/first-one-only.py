def find(titles, asked):
    asked = asked.strip().lower()
    result = []
    for title in titles:
        if asked != "" and asked in title.lower():
            result.append(title)
            return result
    return result


print("Good day! I am Filă. I also read small print.")
