def each(nuts, children):
    if children > 0:
        return nuts // children
    else:
        return 0


interact(each, nuts=slider(0, 60), children=slider(1, 12))
