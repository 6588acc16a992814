def count_rows(text):
    rows = -1
    for line in text.split("\n"):
        if "," in line:
            rows += 1
    return rows
