guess = int(input("Which place? "))
if guess == 12:
    print("Here it is!")
elif guess < 12:
    print("Go right.")
else:
    print("Go left.")
