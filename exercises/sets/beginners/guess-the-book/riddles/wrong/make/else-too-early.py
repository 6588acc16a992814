answer = input("It has hands but cannot clap. What is it? ")
answer = answer.lower()
if answer == "clock":
    points = 2
if answer == "watch":
    points = 1
else:
    points = 0
print(f"Points: {points}")
