def band(trumpets, drums):
    return "bum " * drums + "tra " * trumpets + "hey!"
