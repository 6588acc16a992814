def bed(long):
    fill_start("pink")
    for side in range(2):
        forward(long)
        left(90)
        forward(15)
        left(90)
    fill_end()

bed(80)
