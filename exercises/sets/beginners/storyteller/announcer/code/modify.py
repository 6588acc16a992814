ours = int(input("Our goals before the last minute: "))
guests = 2
news = f"Final score: {ours} - {guests}"
ours = ours + 1
print(news)
