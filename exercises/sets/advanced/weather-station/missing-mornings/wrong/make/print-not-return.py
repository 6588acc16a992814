def mean_known(readings):
    known = [value for value in readings if value is not None]
    if not known:
        print(None)
    else:
        print(sum(known) / len(known))
