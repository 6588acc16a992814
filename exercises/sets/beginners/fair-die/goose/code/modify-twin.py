days = [5, 6, 7, 1]
free = 0
for day in days:
    if day == 6 or day == 7:
        free = free + 1
print(f"Free days: {free}")
