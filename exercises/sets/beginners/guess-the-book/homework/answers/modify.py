guess = int(input("Which place? "))
if guess == secret:
    print("Here it is!")
if guess < secret:
    print("Go right.")
if guess > secret:
    print("Go left.")
