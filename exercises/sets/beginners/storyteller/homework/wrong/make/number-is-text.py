who = input("Who? ")
whom = input("Whom? ")
where = input("Where? ")
number = input("How many? ")
story = f"Yesterday {who} met {whom} {where} and baked {number} pancakes."
tomorrow = f"Tomorrow there will be {number * 2}."
