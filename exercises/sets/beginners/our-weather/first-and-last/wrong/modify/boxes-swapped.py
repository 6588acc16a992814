last = mornings[0]
first = mornings[len(mornings) - 1]
print(f"First: {first}, last: {last}")
