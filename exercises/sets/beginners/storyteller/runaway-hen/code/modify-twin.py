goat = "Dora"
print(f"{goat} ate the newspaper.")
print(f"Now {goat} knows all the news.")
