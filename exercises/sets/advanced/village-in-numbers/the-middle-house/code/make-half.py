for line in lines:
    text = line.split(",")[1].strip()
    if text....():
        known.append(...)
    else:
        unknown = ...
if known == []:
    return [None, ...]
