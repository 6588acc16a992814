def each(nuts, children):
    if children == 0:
        return 0
    return nuts / children


interact(each, nuts=slider(0, 60), children=slider(1, 12, start=4))
