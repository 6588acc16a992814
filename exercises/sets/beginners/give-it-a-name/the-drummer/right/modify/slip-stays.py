beats = 4

def drum(beats):
    return "bum " * beats + "ta"

print(drum(beats))
