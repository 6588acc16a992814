def air(dust):
    if dust > 15:
        print("dirty")
    elif dust > 5:
        print("so-so")
    else:
        print("clean")
