def cost(portions, size, butter):
    if size == "small":
        one = 4
    elif size == "medium":
        one = 6
    else:
        one = 9
    if butter:
        one = one + 1
    return one * portions


def stand(portions, size, butter):
    print("The Golden Corn says:", cost(portions, size, butter), "lei")


interact(stand, portions=slider(1, 10), size=["small", "medium", "large"], butter=False)
