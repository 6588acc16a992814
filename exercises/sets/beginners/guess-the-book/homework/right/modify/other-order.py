guess = int(input("Which place? "))
if guess > secret:
    print("Go left.")
elif guess < secret:
    print("Go right.")
else:
    print("Here it is!")
