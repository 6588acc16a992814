def drum(beats):
    return "bum" * beats + "ta"

print(drum(2))
