def drop(size):
    fill_start("light blue")
    circle(size)
    fill_end()

for size in [4, 9, 6]:
    drop(size)
    forward(25)
