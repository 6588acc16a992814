a = left_team
b = right_team
board = f"{b} against {a}"
left_team = b
right_team = a
print(board, "- who wins?")
