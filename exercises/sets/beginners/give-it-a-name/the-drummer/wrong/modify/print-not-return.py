def drum(beats):
    print("bum " * beats + "ta")

drum(2)
