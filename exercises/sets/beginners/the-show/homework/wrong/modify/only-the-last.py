words = 0
for sentence in talk:
    words = len(sentence.split())
print(words)
