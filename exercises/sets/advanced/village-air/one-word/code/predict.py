dust = 25
if dust > 25:
    print("dirty")
elif dust > 10:
    print("so-so")
else:
    print("clean")
