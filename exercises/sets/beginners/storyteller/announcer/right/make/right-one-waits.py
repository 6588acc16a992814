bench = right_team
right_team = left_team
left_team = bench
board = left_team + " against " + right_team
print("Second half!")
print(board)
