words = 0
for sentence in talk:
    words = words + 1
print(words)
