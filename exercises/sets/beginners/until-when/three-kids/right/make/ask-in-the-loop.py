total = 0
children = 0
walnuts = 1
while walnuts > 0:
    walnuts = int(input("Next, please! "))
    total = total + walnuts
    if walnuts > 0:
        children = children + 1
print(total)
