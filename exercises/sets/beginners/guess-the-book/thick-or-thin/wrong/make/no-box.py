pages = int(input("How many pages? "))
if pages <= 50:
    print(7)
else:
    print(14)
