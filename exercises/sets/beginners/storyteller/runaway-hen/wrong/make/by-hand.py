title = "Have you seen Pepita?"
clue = "Last seen by the bridge."
print(title)
print(clue)
print("Reward: ten eggs.")
