def fits(height):
    return height <= 300

print(fits(280))
print(fits(320))
