votes = {"lamp": 3, "bridge": 2}
votes["bridge"] = votes["bridge"] + 1
votes["bus"] = 1
print(votes["bridge"])
print(len(votes))
