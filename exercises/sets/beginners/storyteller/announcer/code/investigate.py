ours = 1
guests = 2
ours = ours + 1
print(f"{ours} - {guests}")
