pages = int(input("How many pages? "))
if pages < 100:
    print("Thin")
else:
    print("Thick")
