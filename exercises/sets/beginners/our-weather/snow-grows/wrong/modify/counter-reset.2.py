total = 0
snowy = 0
day = 0
for day in snow:
    total = total + day
if day > 0:
    snowy = snowy + 1
print(f"Snow: {total} cm on {snowy} days")
