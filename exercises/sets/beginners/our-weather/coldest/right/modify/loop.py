coldest = mornings[0]
for value in mornings:
    if value < coldest:
        coldest = value
print(f"Coldest: {coldest}")
