hens = {"Spotty": [48, 66], "Ginger": [50]}
result = []
for hen in hens:
    big = False
    for egg in hens[hen]:
        if egg >= 60:
            big = True
    if not big:
        result.append(hen)
print(result)
