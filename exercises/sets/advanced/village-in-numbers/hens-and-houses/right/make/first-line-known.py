def table(text):
    rows = []
    first = True
    for line in text.splitlines():
        if first:
            first = False
        elif line.strip():
            parts = line.split(",")
            for place in (1, 2):
                parts[place] = int(parts[place])
            rows.append(parts)
    return rows


bar_chart([52, 30], title="Hens")
