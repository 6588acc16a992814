guess = int(input("Which place? "))
if guess == secret:
    print("Here it is!")
elif guess <= secret + 1:
    print("Go right.")
else:
    print("Go left.")
