spectators = 30
spectators = spectators + 12
news = f"{spectators} people and a goat"
print(news)
