guess = int(input("Which place? "))
if guess == secret:
    print("Here it is!")
if guess < secret:
    print("Go right.")
else:
    print("Go left.")
