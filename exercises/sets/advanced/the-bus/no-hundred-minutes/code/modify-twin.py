def shirt(number):
    if number < 10:
        return "00" + str(number)
    return "0" + str(number)
