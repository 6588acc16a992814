who = input("Who? ")
whom = input("Whom? ")
where = input("Where? ")
number = input("How many? ")
number = int(number)
tomorrow = f"Tomorrow there will be {number + number}."
story = f"Yesterday {who} met {whom} {where} and baked {number} pancakes."
print(tomorrow)
