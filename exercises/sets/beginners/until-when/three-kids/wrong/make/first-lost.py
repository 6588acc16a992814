total = 0
children = 0
walnuts = int(input("How many walnuts? "))
while walnuts != 0:
    walnuts = int(input("How many walnuts? "))
    total = total + walnuts
    children = children + 1
print(f"{children} children, {total} walnuts")
