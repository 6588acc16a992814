def band(drums, trumpets):
    return "bum " * drums + "hey! " + "tra " * trumpets + "hey!"
