age = int(input("How old is the tree? "))
if age >= 50:
    print("Nobody may cut it.")
else:
    print("It still grows.")
