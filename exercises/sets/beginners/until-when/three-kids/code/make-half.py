total = 0
children = 0
walnuts = int(input("How many walnuts? "))
while walnuts ...:
    total = ...
    children = children + 1
    ...
