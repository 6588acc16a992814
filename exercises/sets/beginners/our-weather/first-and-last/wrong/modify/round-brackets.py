first = mornings(0)
last = mornings[len(mornings) - 1]
print(f"First: {first}, last: {last}")
