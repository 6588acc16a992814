def band(drums, trumpets):
    return "bum " * drums + ("tra " + "hey!") * trumpets
