spots = {"mill": [30, -20], "church": [0, 40]}
spot = spots["mill"]
print(spot[0])
jump_to(spot[0], spot[1])
circle(15)
