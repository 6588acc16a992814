books = int(input("How many books have you read? "))
if books == 0:
    rank = "egg"
elif books < 10:
    rank = "caterpillar"
else:
    rank = "butterfly"
print(f"You are: {rank}")
