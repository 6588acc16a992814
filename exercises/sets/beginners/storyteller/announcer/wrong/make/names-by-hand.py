left_team = "Dragons"
right_team = "Storks"
board = f"{left_team} against {right_team}"
print(board)
