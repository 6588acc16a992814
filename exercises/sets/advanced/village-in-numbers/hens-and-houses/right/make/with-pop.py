def table(text):
    lines = text.split("\n")
    lines.pop(0)
    rows = []
    for line in lines:
        if len(line) > 0:
            street, houses, hens = line.split(",")
            rows.append([street, int(houses), int(hens)])
    return rows


for row in table("street,houses,hens\nMill Street,14,52"):
    print(row)
