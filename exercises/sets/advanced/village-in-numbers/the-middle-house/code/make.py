def street(lines):
    known = []
    unknown = 0
    ...
