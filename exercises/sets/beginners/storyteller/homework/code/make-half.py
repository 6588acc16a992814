who = input("Who? ")
whom = input("Whom? ")
where = input("Where? ")
number = ...
story = f"Yesterday {who} met ... and baked {number} pancakes."
