def cow(times):
    return "mo" + "o" * times

print(cow(3))
print(cow(7))
