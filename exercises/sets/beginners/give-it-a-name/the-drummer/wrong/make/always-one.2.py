def band(drums, trumpets):
    return "bum " + "tra " + "hey!"
