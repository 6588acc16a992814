def share(nuts, children):
    each = nuts // children
    rest = nuts % children
    print(f"{each} each, {rest} left")


interact(share, nuts=slider(0, 50, start=20), children=slider(1, 10, start=6))
