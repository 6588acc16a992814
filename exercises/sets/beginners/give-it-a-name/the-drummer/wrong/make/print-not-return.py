def band(drums, trumpets):
    print("bum " * drums + "tra " * trumpets + "hey!")

band(2, 3)
