def drum(...):
    return "bum " * beats + "ta"

print(drum(...))
