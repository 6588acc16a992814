votes = {"lamp": 4, "bridge": 7, "road": 2}
for problem in sorted(votes, key=votes.get):
    print(problem)
print("The end")
