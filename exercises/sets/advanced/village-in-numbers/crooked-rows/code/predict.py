def number(text):
    if text.strip() == "":
        return None
    return int(text)


print(number(" 7 "))
print(number(""))
