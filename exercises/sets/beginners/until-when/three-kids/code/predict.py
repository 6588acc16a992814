kids = 0
door = "shut"
while door == "shut":
    kids = kids + 1
    if kids == 3:
        door = "open"
print(kids, door)
