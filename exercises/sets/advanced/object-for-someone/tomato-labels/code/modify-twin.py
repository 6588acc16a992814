def poster(name, hour):
    return f"{name} at {hour}"


print(poster("Film", 17))
print(poster("Football", 11))
