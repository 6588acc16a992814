in_order = sorted(mornings)
coldest = in_order[0]
print(f"Coldest: {coldest}")
