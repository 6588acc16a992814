sandwich = {"bread": 60, "cheese": 25, "cucumber": 15}
total = 0
for part in sandwich:
    total = total + sandwich[part]
print(total)
