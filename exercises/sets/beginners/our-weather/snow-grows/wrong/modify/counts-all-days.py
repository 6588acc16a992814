total = 0
snowy = 0
for day in snow:
    total = total + day
    snowy = snowy + 1
print(f"Snow: {total} cm on {snowy} days")
