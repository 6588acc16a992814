hours = [7, 12]
for hour in hours:
    print(f"{hour}: leave now")
