def band(drums, trumpets):
    ...


# The march:
print(band(2, 3))
