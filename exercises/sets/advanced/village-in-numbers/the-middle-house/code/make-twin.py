def guests(lines):
    names = []
    empty = 0
    for line in lines:
        guest = line.split(",")
        if guest[1] == "here":
            names.append(guest[0])
        else:
            empty = empty + 1
    return [names, empty]


print(guests(["Ana,here", "Dan,"]))
