def each(nuts, children):
    if ...:
        return 0
    return nuts // children


interact(each, nuts=slider(0, 60), children=slider(..., ..., start=4))
