answer = input("It has hands but cannot clap. What is it? ")
big = answer.upper()
if big == "WATCH":
    points = 1
elif big == "CLOCK":
    points = 2
else:
    points = 0
    print("Look at the wall.")
