def closest(examples, height):
    if height < 150:
        return "child"
    return "grown-up"
