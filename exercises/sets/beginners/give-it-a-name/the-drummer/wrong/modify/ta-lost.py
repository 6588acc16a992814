def drum(beats):
    return "bum " * beats

print(drum(2))
