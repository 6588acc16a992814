def toy_for(toys, bag, purse):
    chosen = None
    for toy in toys:
        if toy + bag <= purse:
            chosen = toy
    return chosen
