def warmer_or_colder(yesterday, today):
    return abs(today - yesterday)


print(warmer_or_colder(12, 5))
