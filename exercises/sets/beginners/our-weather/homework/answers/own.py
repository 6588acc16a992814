# What surprised me: on the coldest morning there were the most sparrows.
mornings = [4, 1, -2, 0, -5, 3, 2]
sparrows = [3, 5, 8, 8, 14, 6, 4]
line_chart(sparrows, title="Sparrows on the fence")
