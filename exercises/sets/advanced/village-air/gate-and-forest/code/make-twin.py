trees = {"oak": 21, "fir": 28}
best = 0
highest = None
for tree in trees:
    if trees[tree] > best:
        best = trees[tree]
        highest = tree
print(highest)
bar_chart(trees, title="Trees in metres")
