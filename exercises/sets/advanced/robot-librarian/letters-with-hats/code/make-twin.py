def without_dots(number):
    for sign in [".", " ", "-"]:
        number = number.replace(sign, "")
    return number


print(without_dots("1.000") == without_dots("10-00"))
