shortest = None
for word in ["stork", "owl", "swallow"]:
    if shortest is None or len(word) < len(shortest):
        shortest = word
print(shortest)
