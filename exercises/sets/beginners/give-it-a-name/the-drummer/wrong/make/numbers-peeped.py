drums = 2
trumpets = 3

def band():
    return "bum " * drums + "tra " * trumpets + "hey!"

print(band())
