before = votes[note]
after = before + 1
votes[note] = after
