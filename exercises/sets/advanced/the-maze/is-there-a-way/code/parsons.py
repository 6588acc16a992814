news = [1]
for one in news:
    if one < 20:
        news.append(one * 2)
print(news)
