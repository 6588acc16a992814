total = 0
for one in points:
    total = total + one
print("Together:", total)
