def tables(children):
    lines = []
    villages = []
    for child, village in children:
        if village not in villages:
            villages.append(village)
        number = villages.index(village) + 1
        lines.append(f"{child}: table {number}")
    return lines


print(tables([["Ana", "Hill"], ["Dan", "Mill"], ["Ema", "Hill"]]))
