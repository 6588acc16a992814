def board(height):
    color("brown")
    left(90)
    forward(height)
    left(180)
    forward(height)
    left(90)
    forward(10)

for place in range(len(heights)):
    board(heights[place])
