def shade(number):
    if number >= 6:
        return "red"
    if number >= 3:
        return "orange"
    return "yellow"

jump_to(-60, 20)
fill_start(shade(2))
circle(6)
fill_end()
jump_to(50, -10)
fill_start(shade(7))
circle(21)
fill_end()
jump_to(0, 60)
fill_start(shade(4))
circle(12)
fill_end()
