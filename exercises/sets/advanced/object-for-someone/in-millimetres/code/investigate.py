plastic = 1.24
for edge in [10, 20, 40]:
    cubic_mm = edge * edge * edge
    grams = cubic_mm / 1000 * plastic
    print(edge, "mm:", grams, "g")
