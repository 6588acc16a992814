asked = "  The   TIGER  of our    street "
words = asked.split()
print(len(words))
print(" ".join(words))
print("-".join(words))
