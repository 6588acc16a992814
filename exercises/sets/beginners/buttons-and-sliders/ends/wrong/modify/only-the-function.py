def each(nuts, children):
    if children == 0:
        return 0
    return nuts // children


interact(each, nuts=slider(0, 60), children=slider(0, 10, start=4))
