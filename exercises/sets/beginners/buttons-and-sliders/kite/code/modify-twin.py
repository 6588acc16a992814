def fence(posts, height):
    for number in range(posts):
        left(90)
        forward(height)
        back(height)
        right(90)
        forward(10)


interact(fence, posts=slider(1, 20), height=slider(10, 40, start=30))
