answer = input("It has hands but cannot clap. What is it? ")
answer = answer.lower()
if answer == "clock" or answer == "watch":
    points = 2
else:
    points = 0
print(f"Points: {points}")
