team = input("Which team? ")
goals = input("How many goals? ")
print("What a match!")
print("The ball fell into the well.")
news = f"With {goals} goals, {team} won the cup."
print(news)
