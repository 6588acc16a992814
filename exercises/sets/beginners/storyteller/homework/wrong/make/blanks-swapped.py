whom = input("Whom? ")
who = input("Who? ")
where = input("Where? ")
number = int(input("How many? "))
story = f"Yesterday {who} met {whom} {where} and baked {number} pancakes."
tomorrow = f"Tomorrow there will be {number * 2}."
