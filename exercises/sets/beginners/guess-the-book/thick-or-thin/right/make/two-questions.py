pages = int(input("How many pages? "))
if pages <= 50:
    days = 7
    print("A short one!")
if pages > 50:
    days = 14
    print("A long one!")
