def drum(beats):
    return "bum ta " * beats

print(drum(2))
