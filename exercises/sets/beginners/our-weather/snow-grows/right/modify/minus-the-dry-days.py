total = 0
for day in snow:
    total = total + day
snowy = len(snow) - snow.count(0)
print(f"Snow: {total} cm on {snowy} days")
