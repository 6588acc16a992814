guess = int(input("Which place? "))
if guess == secret:
    print("Here it is!")
else:
    print("Go right.")
