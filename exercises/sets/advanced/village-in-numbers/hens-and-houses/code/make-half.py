def table(text):
    rows = []
    for line in text.split("\n")[1:]:
        if line != "":
            parts = line.split(",")
            rows.append(...)
    return rows
