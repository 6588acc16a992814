words = 0
for sentence in talk:
    for word in sentence.split():
        words = words + 1
print(words)
