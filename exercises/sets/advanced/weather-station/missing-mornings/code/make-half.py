def mean_known(readings):
    total = 0
    known = 0
    for value in readings:
        if value is not None:
            total = total + value
            known = ...
    if known == 0:
        return ...
