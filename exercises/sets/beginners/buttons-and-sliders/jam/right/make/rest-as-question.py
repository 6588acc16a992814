def jars(cucumbers):
    rest = cucumbers % 12
    if rest == 0:
        return cucumbers // 12
    else:
        return cucumbers // 12 + 1


def pickles(cucumbers):
    print("Jars:", jars(cucumbers))


interact(pickles, cucumbers=slider(0, 200, 24, 12))
