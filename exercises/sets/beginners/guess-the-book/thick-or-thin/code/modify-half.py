pages = int(input("How many pages? "))
if pages ... 100:
    print("Thick")
