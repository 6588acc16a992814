note = note + 1
print(votes)
