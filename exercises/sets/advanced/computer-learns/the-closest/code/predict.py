examples = [[128, "child"], [176, "grown-up"]]
height = 150
for example in examples:
    distance = abs(example[0] - height)
    print(example[1], distance)
