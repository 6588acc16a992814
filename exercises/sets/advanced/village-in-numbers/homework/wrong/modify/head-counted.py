def count_rows(text):
    rows = 0
    for line in text.split("\n"):
        if line != "":
            rows = rows + 1
    return rows
