def each(nuts, children):
    return nuts // children


interact(each, nuts=slider(0, 60), children=slider(0, 10, start=4))
