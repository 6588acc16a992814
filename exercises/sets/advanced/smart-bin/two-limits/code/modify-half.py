lit = False
for level in levels:
    if level >= 80:
        lit = True
    if level ...:
        lit = ...
