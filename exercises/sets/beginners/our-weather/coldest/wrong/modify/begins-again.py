for value in mornings:
    coldest = mornings[0]
    if value < coldest:
        coldest = value
print(f"Coldest: {coldest}")
