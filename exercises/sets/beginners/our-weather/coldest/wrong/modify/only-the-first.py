coldest = mornings[0]
print(f"Coldest: {coldest}")
