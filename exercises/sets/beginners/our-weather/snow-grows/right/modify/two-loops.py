total = sum(snow)
snowy = 0
for day in snow:
    if day != 0:
        snowy += 1
print(total, snowy)
