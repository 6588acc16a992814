votes[...] = votes[...] + 1
