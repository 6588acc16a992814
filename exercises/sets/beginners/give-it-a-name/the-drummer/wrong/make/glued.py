def band(drums, trumpets):
    return "bum" * drums + "tra" * trumpets + "hey!"
