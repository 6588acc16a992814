books = int(input("How many books have you read? "))
if books == 0:
    rank = "egg"
if books < 10:
    rank = "caterpillar"
else:
    rank = "butterfly"
print(f"You are: {rank}")
