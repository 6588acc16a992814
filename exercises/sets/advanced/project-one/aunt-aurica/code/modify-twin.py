def capitals(name):
    result = ""
    for sign in name:
        if sign.isupper():
            result = result + sign
    return result


print(capitals("Old Mill Street"))
