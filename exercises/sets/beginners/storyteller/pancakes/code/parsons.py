price = "7"
price = int(price)
price = price + 1
print(f"The ticket costs {price} lei.")
