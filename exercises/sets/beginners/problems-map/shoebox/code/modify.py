votes["bridge"] = votes["bridge"] + 1
print(votes)
