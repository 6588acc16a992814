above = maze[row - 1][column]
below = maze[row + 1][column]
left_one = maze[row][...]
right_one = maze[...][...]
