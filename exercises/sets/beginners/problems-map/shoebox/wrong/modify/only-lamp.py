votes["lamp"] = votes["lamp"] + 1
print(votes)
