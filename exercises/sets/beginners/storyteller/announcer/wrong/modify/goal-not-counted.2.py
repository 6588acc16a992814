ours = int(input("Our goals before the last minute: "))
guests = 2
ours + 1
news = f"Final score: {ours} - {guests}"
print(news)
