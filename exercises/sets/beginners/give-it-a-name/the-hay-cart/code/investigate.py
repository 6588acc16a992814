def fits(height):
    return height <= 300

def guard(height):
    if fits(height):
        return "Come in!"
    return "Stop!"

print(guard(280))
print(guard(320))
