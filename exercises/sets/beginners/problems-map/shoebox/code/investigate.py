votes = {"lamp": 3, "bridge": 2}
print("bridge" in votes)
print("goose" in votes)
print(votes["lamp"])
