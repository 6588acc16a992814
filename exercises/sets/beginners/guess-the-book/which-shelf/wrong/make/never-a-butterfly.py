books = int(input("How many books have you read? "))
if books == 0:
    rank = "egg"
elif books >= 1:
    rank = "caterpillar"
elif books >= 10:
    rank = "butterfly"
print(f"You are: {rank}")
