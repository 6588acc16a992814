mean = "unknown"
if len(winter) > 0:
    mean = sum(winter) / len(winter)
print(mean)
