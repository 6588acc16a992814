def each(nuts, children):
    rest = nuts
    number = 0
    while children > 0 and rest >= children:
        rest = rest - children
        number = number + 1
    return number


interact(each, children=slider(1, 12), nuts=slider(0, 60, step=5))
