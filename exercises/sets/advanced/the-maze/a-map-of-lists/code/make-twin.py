def thin(shelves):
    for shelf in range(len(shelves)):
        for pages in shelves[shelf]:
            if pages < 50:
                return shelf
    return None


print(thin([[120, 300], [88, 40]]))
