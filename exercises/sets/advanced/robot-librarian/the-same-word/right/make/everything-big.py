def find(titles, asked):
    wanted = " ".join(asked.upper().split())
    result = []
    if len(wanted) > 0:
        for title in titles:
            if title.upper().find(wanted) >= 0:
                result.append(title)
    return result


print("Good day! I am Filă. I also read small print.")
