def band(drums, trumpets):
    return "bum " * drums + "tra " * trumpets + "hey!"


# The march:
print(band(2, 3))
print(band(0, 1))
print(band(2, 3))
