reward = "a cake"
question = f"Have you seen {hen}?"
title = question
clue = f"Last seen {place}."
print(title, clue)
print(f"Reward: {reward}")
print("She bites.")
