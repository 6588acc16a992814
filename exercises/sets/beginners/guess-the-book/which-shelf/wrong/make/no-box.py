books = int(input("How many books have you read? "))
if books == 0:
    print("egg")
elif books < 10:
    print("caterpillar")
else:
    print("butterfly")
