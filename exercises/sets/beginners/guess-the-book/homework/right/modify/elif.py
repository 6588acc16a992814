guess = int(input("Which place? "))
if guess == secret:
    print("Here it is!")
elif guess < secret:
    print("Go right.")
else:
    print("Go left.")
