guests = ["cat", "goose", "cat"]
yard = {"cat": 0, "goose": 0}
for guest in guests:
    yard[guest] = yard[guest] + 1
print(yard)
