first = mornings[0]
last = len(mornings) - 1
print(f"First: {first}, last: {last}")
