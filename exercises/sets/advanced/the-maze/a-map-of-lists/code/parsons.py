board = [[1, 2], [3, 4]]
for row in board:
    for sign in row:
        print(sign)
