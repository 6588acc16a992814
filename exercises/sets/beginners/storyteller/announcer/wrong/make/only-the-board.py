board = f"{right_team} against {left_team}"
print(board)
