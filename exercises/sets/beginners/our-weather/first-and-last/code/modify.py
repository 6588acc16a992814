first = mornings[1]
last = mornings[3]
print(f"First: {first}, last: {last}")
