# My game, and who guessed:
thing = "spoon"
if thing == "ladle":
    print("Bravo!")
elif thing == "spoon":
    print("Nearly, but bigger!")
else:
    print("Cold as ice.")
# My neighbour needed five guesses.
