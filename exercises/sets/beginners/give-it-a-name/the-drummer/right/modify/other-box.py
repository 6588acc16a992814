def drum(times):
    sounds = ""
    for sound in range(times):
        sounds = sounds + "bum "
    return sounds + "ta"
