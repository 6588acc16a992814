def honey(hives):
    if min(hives) == 0:
        return "look inside"
    elif sum(hives) >= 40:
        return "winter is safe"
    else:
        return "feed them"


print(honey([12, 9, 15, 11]))
