books = int(input("How many books have you read? "))
if books == 0:
    rank = "egg"
elif ...:
    rank = ...
else:
    rank = ...
