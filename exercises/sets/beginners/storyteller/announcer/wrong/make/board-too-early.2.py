bench = left_team
left_team = right_team
right_team = bench
board = f"{right_team} against {left_team}"
print(board)
