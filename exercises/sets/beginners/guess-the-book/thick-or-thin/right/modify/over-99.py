pages = int(input("How many pages? "))
if pages > 99:
    print("Thick")
else:
    print("Thin")
