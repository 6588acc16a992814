result = []
full = False
for level in levels:
    if level < limit:
        result.append("fine")
        full = ...
    elif full:
        ...
