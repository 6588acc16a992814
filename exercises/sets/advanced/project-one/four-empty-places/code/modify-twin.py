def short_news(news):
    result = []
    for text in news:
        if len(text.split()) <= 4:
            result.append(text)
    return result


print(short_news(["The cow is back", "The shop will open at nine from now on"]))
