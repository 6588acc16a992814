books = int(input("How many books have you read? "))
if books == 0:
    rank = "Egg"
elif books < 10:
    rank = "Caterpillar"
else:
    rank = "Butterfly"
print(f"You are: {rank}")
