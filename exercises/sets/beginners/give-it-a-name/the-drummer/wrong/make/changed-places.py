def band(drums, trumpets):
    return "tra " * trumpets + "bum " * drums + "hey!"
