hen = "Zoe"
place = "to the river"
print(f"{hen} ran {place}.")
place = "to the bus stop"
print(f"{hen} ran {place}.")
