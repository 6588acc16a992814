print(f"Have you seen {hen}?")
print(f"Last seen {place}.")
print("Reward: ten eggs.")
