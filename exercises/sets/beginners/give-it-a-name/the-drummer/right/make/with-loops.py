def band(drums, trumpets):
    march = ""
    for sound in range(drums):
        march = march + "bum "
    for sound in range(trumpets):
        march += "tra "
    march += "hey!"
    return march
