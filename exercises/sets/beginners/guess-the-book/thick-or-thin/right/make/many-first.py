pages = int(input("How many pages? "))
if pages > 50:
    days = 14
else:
    days = 7
print(days)
