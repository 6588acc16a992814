answer = input("It has hands but cannot clap. What is it? ")
if answer == "clock":
    points = 2
elif answer == "watch":
    points = 1
else:
    points = 0
print(f"Points: {points}")
