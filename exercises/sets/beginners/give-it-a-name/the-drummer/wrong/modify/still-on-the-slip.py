beats = 2

def drum():
    return "bum " * beats + "ta"

print(drum())
