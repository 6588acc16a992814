stones = 0
rows = 0
while stones < 30:
    rows = rows + 1
    stones = stones + rows * 2
print(f"{rows} rows, {stones} stones")
