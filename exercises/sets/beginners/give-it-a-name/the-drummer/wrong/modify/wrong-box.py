beats = 4

def drum(times):
    return "bum " * beats + "ta"

print(drum(2))
