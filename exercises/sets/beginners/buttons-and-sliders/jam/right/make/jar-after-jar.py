def jars(cucumbers):
    needed = 0
    while cucumbers > 0:
        needed += 1
        cucumbers -= 12
    return needed


def pickles(cucumbers):
    for number in range(jars(cucumbers)):
        circle(10)
        pen_up()
        forward(25)
        pen_down()


interact(pickles, cucumbers=slider(0, 200, start=30))
