ending = "This is how the goat found an umbrella at the river."
print("Once it rained for three days.")
print("Only the goat went out.")
print(ending)
