coldest = mornings
for value in mornings:
    if value < coldest:
        coldest = value
print(f"Coldest: {coldest}")
