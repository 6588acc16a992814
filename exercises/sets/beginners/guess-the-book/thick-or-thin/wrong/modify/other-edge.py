pages = int(input("How many pages? "))
if pages > 101:
    print("Thick")
else:
    print("Thin")
