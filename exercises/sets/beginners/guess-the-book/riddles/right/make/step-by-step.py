answer = input("It has hands but cannot clap. What is it? ")
points = 0
if answer.lower() == "clock" or answer.lower() == "watch":
    points = points + 1
if answer.lower() == "clock":
    points = points + 1
print(points)
