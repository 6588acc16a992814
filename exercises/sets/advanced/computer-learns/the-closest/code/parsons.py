nests = [["stork", 4], ["owl", 2]]
for bird, eggs in nests:
    if eggs > 3:
        print(bird)
