corners = ["north", "west", "south", "east"]
for i in range(len(corners)):
    j = (i + 1) % len(corners)
    print("wall from", corners[i], "to", corners[j])
print("the room is closed")
