def lamp(clicks):
    lit = False
    result = []
    for click in range(clicks):
        lit = not lit
        result.append(lit)
    return result


print(lamp(3))
