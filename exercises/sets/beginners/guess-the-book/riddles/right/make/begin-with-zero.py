answer = input("It has hands but cannot clap. What is it? ").lower()
points = 0
if answer == "clock":
    points = 2
if answer == "watch":
    points = 1
print("Tick tock!")
