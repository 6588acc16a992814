total = 0
children = 0
walnuts = int(input("How many walnuts? "))
while walnuts != 0:
    total = total + 1
    children = children + 1
    walnuts = int(input("How many walnuts? "))
print(f"{children} children, {total} walnuts")
