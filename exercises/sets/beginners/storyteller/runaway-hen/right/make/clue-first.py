clue = f"Last seen {place}."
print(clue)
title = f"Have you seen {hen}?"
print(title)
print(f"Come home, {hen}!")
