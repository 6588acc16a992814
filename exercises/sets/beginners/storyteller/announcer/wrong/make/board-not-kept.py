bench = left_team
left_team = right_team
right_team = bench
print(f"{left_team} against {right_team}")
