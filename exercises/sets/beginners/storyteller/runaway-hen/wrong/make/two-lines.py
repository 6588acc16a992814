title = f"Have you seen {hen}?"
clue = f"Last seen {place}."
print(title)
print(clue)
