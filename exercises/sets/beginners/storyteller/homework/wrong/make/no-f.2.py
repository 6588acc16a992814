who = input("Who? ")
whom = input("Whom? ")
where = input("Where? ")
number = int(input("How many? "))
story = "Yesterday {who} met {whom} {where} and baked {number} pancakes."
tomorrow = f"Tomorrow there will be {number * 2}."
