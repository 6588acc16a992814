height = 0
hours = 0
while height < 10:
    height = height + 3 - 1
    hours = hours + 1
print(f"The snail is up after {hours} hours.")
