for value in mornings:
    coldest = value
print(f"Coldest: {coldest}")
