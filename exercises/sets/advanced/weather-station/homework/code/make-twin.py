def frosty_nights(readings):
    row = 0
    for value in readings:
        if value < 0:
            row = row + 1
        else:
            row = 0
    return row


print(frosty_nights([-1, 2, -3, -4]))
