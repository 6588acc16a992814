total = 0
snowy = ...
for day in snow:
    total = total + day
    if ...:
        snowy = snowy + 1
