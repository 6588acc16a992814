def window(light):
    fill_start(light)
    for side in range(4):
        forward(12)
        left(90)
    fill_end()

for light in ["yellow", "black", "yellow"]:
    window(light)
    forward(20)
