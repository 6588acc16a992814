def band(drums, trumpets):
    drums = drums * "bum "
    trumpets = trumpets * "tra "
    result = drums + trumpets + "hey!"
    return result
