def jars(cucumbers):
    full = cucumbers // 12
    if cucumbers % 12 > 0:
        full = full + 1
    return full


def pickles(cucumbers):
    print(f"Grandmother, you need {jars(cucumbers)} jars.")


interact(pickles, cucumbers=slider(0, 200, start=50))
