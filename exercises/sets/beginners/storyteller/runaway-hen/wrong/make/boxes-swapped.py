title = f"Have you seen {place}?"
clue = f"Last seen {hen}."
print(title)
print(clue)
print("Reward: ten eggs.")
