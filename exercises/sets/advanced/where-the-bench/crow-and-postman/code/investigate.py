from math import sqrt

east = 300
north = 400
print("postman:", east + north)
print("crow:", sqrt(east * east + north * north))
