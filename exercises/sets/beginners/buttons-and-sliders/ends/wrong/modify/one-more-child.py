def each(nuts, children):
    return nuts // (children + 1)


interact(each, nuts=slider(0, 60), children=slider(1, 12, start=4))
