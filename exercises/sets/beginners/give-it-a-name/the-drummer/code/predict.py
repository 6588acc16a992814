beats = 3

def drum(beats):
    return "bum " * beats

print(drum(1))
print(beats)
