first = mornings[0]
last = mornings[len(mornings)]
print(f"First: {first}, last: {last}")
