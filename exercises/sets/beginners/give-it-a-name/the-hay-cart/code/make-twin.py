def ripe(grams):
    return grams >= 150

def how_many_ripe(apples):
    good = []
    for apple in apples:
        if ripe(apple):
            good.append(apple)
    return len(good)

def smallest(apples):
    least = 1000
    for apple in apples:
        if ripe(apple) and apple < least:
            least = apple
    return least

print(how_many_ripe([160, 120, 190]), smallest([160, 120, 190]))
