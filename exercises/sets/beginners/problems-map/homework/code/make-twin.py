def laundry(things):
    found = {}
    for thing in things:
        if thing == "sock":
            if thing in found:
                found[thing] = found[thing] + 1
            else:
                found[thing] = 1
    return found

print(laundry(["sock", "shirt", "sock"]))
