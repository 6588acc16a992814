length = 4
width = 3
height = 2
print(length * width * height)
print(length * 10 * width * 10 * height * 10)
