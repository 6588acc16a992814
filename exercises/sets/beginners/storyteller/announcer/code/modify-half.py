ours = int(input("Our goals before the last minute: "))
guests = 2
ours = ours + 1
...
