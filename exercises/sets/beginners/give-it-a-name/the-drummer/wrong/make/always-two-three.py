def band(drums, trumpets):
    return "bum bum tra tra tra hey!"
