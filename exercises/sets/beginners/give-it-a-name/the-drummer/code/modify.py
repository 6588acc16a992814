beats = 4

def drum():
    return "bum " * beats + "ta"

print(drum())
