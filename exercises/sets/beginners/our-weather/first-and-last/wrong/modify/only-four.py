first = mornings[0]
last = mornings[3]
print(f"First: {first}, last: {last}")
