pages = int(input("How many pages? "))
if pages > 98:
    print("Thick")
else:
    print("Thin")
