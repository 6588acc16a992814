def drum(beats):
    beats = 4
    return "bum " * beats + "ta"

print(drum(2))
