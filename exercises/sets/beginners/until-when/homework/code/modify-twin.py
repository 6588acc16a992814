layers = 1
folds = 0
while layers < 100:
    layers = layers * 2
    folds = folds + 1
print(f"Folds: {folds}")
