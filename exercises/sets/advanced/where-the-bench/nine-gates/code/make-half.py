choice = None
record = None
for site in sites:
    metres = total(site, houses)
    if record is None or ...:
        record = ...
        choice = ...
