left_team, right_team = right_team, left_team
board = f"{left_team} against {right_team}"
print(f"*** {board} ***")
