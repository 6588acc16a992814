milk = int(input("How many litres of milk? "))
if milk == 0:
    pot = "none"
elif milk < 5:
    pot = "small"
else:
    pot = "big"
print(f"Pot: {pot}")
