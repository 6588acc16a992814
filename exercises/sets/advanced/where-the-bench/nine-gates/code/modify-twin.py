def basket(shopping):
    to_pay = 0
    for thing in shopping:
        to_pay = to_pay + thing[0] * thing[1]
    return to_pay


print(basket([[2, 3], [5, 10]]))
