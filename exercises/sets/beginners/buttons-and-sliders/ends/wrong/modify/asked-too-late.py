def each(nuts, children):
    number = nuts // children
    if children == 0:
        number = 0
    return number


interact(each, nuts=slider(0, 60), children=slider(0, 12, start=4))
