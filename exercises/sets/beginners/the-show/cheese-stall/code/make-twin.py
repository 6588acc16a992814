def known_letters(word, points):
    together = 0
    for letter in word:
        if letter in points:
            together = together + points[letter]
    return together

print(known_letters("cat", {"a": 1, "t": 3}))
