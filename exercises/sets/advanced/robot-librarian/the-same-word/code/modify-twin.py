def basket(shopping):
    things = []
    for thing in shopping:
        things.append(thing.strip())
    return " + ".join(things)


print(basket(["nuts ", "  honey", "milk"]))
