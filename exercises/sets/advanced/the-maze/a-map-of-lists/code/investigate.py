maze = [
    ["#", "#", "#", "#"],
    ["#", "S", ".", "#"],
    ["#", "#", "#", "#"],
]
for row in maze:
    print("".join(row))
