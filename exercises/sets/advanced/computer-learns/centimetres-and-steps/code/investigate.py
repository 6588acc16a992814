veta = [148, 70]
examples = [[140, 130, "child"], [178, 95, "grown-up"]]
for height, steps, word in examples:
    total = abs(veta[0] - height) + abs(veta[1] - steps)
    print(word, total)
