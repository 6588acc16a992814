title = "Have you seen {hen}?"
clue = "Last seen {place}."
print(title)
print(clue)
print("Reward: ten eggs.")
