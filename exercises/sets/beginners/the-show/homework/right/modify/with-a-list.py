everything = []
for sentence in talk:
    everything = everything + sentence.split()
words = len(everything)
