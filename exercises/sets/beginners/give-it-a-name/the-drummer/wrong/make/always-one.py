def band(drums, trumpets):
    return "bum " + "tra " * trumpets + "hey!"
