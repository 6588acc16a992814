bench = left_team
left_team = right_team
right_team = bench
board = f"{left_team} against {right_team}"
print(board)
