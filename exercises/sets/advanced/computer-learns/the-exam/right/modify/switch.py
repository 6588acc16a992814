def parts(people):
    result = [[], []]
    turn = 0
    for one in people:
        result[turn].append(one)
        turn = 1 - turn
    return result
