answer = input("It has hands but cannot clap. What is it? ")
answer = answer.lower()
if answer == "clock" or "watch":
    points = 2
elif answer == "watch":
    points = 1
else:
    points = 0
print(f"Points: {points}")
