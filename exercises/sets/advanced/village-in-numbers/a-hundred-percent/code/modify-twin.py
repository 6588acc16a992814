def share(cake, children):
    if cake is None or children is None or children == 0:
        return None
    return cake / children


print(share(12, 4), share(12, 0))
