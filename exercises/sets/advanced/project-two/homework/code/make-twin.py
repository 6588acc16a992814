def lift(people):
    kilos = 0
    result = []
    for name, more in people:
        if kilos + more > 300:
            return result
        kilos = kilos + more
        result.append(name)
    return result


print(lift([["the postman", 80], ["two cousins", 130], ["the baker", 110]]))
