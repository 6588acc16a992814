hens = 12
hens = hens - 1
news = f"After the fox: {hens} hens"
print(news)
