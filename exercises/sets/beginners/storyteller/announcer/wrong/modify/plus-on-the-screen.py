ours = int(input("Our goals before the last minute: "))
guests = 2
news = f"Final score: {ours} + 1 - {guests}"
print(news)
