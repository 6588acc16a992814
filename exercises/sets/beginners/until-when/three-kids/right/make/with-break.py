total = 0
children = 0
while True:
    walnuts = int(input("How many walnuts? "))
    if walnuts == 0:
        break
    total += walnuts
    children += 1
print("The cake can be baked.")
