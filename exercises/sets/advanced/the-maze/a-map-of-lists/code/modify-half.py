count = 0
for row in ...:
    for sign in ...:
        if sign == "#":
            count = count + 1
