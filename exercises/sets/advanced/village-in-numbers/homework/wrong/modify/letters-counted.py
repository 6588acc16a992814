def count_rows(text):
    rows = 0
    for line in text:
        rows = rows + 1
    return rows
