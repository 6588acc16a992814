total = 0
quiet = []
for problem in votes:
    total = total + ...
    if ...:
        quiet.append(...)
