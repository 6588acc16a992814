def plate(length, width, thickness):
    return biscuit([[length, width], [0, width], [0, 0], [length, 0]], thickness)


show_object(plate(80, 30, 2))
