total = 0
for day in snow:
    total = total + day
print(f"Snow: {total} cm")
