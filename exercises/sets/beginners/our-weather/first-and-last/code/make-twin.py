goals = [2, 0, 3]
matches = len(goals)
if matches == 0:
    both = 0
else:
    both = goals[0] + goals[matches - 1]
print(f"{matches} matches; first and last together: {both}")
