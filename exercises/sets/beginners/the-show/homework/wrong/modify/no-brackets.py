words = 0
for sentence in talk:
    words = words + len(sentence.split)
print(words)
