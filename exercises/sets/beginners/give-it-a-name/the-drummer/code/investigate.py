beats = 3

def drum():
    return "bum " * beats

print(drum())
beats = 1
print(drum())
