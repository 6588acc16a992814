def gossip(street, start):
    heard = [start]
    for house in heard:
        for near in [house + 1, house + 2]:
            if near < len(street) and street[near] == "lived in" and near not in heard:
                heard.append(near)
    return len(heard)
