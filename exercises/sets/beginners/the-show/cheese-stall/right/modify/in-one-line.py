def price(grams):
    return 40 * grams / 1000

for grams in [250, 750]:
    print(f"{grams} g: {price(grams)} lei")
