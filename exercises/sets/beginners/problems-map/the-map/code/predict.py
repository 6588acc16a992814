places = {"well": [-40, 0], "school": [40, 30]}
for place in places:
    spot = places[place]
    jump_to(spot[0], spot[1])
    circle(10)
