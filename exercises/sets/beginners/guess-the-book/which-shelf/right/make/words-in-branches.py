books = int(input("How many books have you read? "))
if books < 1:
    rank = "egg"
    print("Come in, we have warm tea.")
elif books <= 9:
    rank = "caterpillar"
    print("Do not eat the pages!")
else:
    rank = "butterfly"
    print("You fly from shelf to shelf.")
