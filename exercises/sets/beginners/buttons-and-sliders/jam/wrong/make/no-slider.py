def jars(cucumbers):
    full = cucumbers // 12
    if cucumbers % 12 > 0:
        full = full + 1
    return full


print(jars(50))
