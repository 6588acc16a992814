books = int(input("How many books have you read? "))
rank = "egg"
if books > 0:
    rank = "caterpillar"
if books > 9:
    rank = "butterfly"
    print("Mind the lamp!")
print(rank)
