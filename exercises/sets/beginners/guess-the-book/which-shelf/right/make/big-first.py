books = int(input("How many books have you read? "))
if books >= 10:
    rank = "butterfly"
elif books >= 1:
    rank = "caterpillar"
else:
    rank = "egg"
print("Your rank is", rank)
