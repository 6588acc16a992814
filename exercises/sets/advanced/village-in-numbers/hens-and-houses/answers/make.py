def table(text):
    rows = []
    for line in text.split("\n")[1:]:
        if line != "":
            parts = line.split(",")
            rows.append([parts[0], int(parts[1]), int(parts[2])])
    return rows
