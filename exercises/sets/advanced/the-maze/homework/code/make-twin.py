def free_seats(bus):
    result = []
    for row in range(len(bus)):
        for seat in range(len(bus[row])):
            if bus[row][seat] == "free":
                result.append([row, seat])
    return result


print(free_seats([["Ana", "free"], ["free", "Radu"]]))
