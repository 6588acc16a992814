ticket = input("Your ticket? ")
seats = 0
while ticket != "none left":
    seats = seats + 1
    ticket = input("Your ticket? ")
print(f"The bus leaves with {seats} people.")
