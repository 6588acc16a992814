def frame(picture, border):
    return picture + border + border


print(frame(30, 5))
