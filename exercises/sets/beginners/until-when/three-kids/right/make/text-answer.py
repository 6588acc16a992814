total = 0
children = 0
answer = input("How many walnuts? ")
while answer != "0":
    total = total + int(answer)
    children = children + 1
    print(f"Thank you! Now there are {total}.")
    answer = input("How many walnuts? ")
