who = input("Who? ")
whom = input("Whom? ")
where = input("Where? ")
number = input("How many? ")
story = "Yesterday " + who + " met " + whom + " " + where + " and baked " + number + " pancakes."
tomorrow = "Tomorrow there will be " + str(int(number) * 2) + "."
print(story, tomorrow)
