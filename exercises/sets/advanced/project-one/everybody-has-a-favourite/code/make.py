def choose(problems, weeks):
    best = None
    ...


ours = []
print(choose(ours, 3))
