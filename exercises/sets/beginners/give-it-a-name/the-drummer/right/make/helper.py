def sounds(sound, times):
    return sound * times

def band(drums, trumpets):
    return sounds("bum ", drums) + sounds("tra ", trumpets) + "hey!"

print(band(1, 0))
