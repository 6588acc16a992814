choice = sites[0]
for site in sites:
    new = worst(site, houses)
    old = worst(choice, houses)
    if new < old:
        choice = site
    if new == old and ...:
        choice = ...
