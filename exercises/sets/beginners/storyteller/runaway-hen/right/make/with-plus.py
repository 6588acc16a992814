title = "Have you seen " + hen + "?"
clue = "Last seen " + place + "."
print("***")
print(title)
print(clue)
print("***")
