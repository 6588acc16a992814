total = 0
count = 0
for value in winter:
    total = total + value
    count = count + 1
if count >= 1:
    mean = total / count
else:
    mean = "unknown"
    print("Nobody measured.")
