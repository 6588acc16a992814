mornings = mornings[0]
first = mornings
last = mornings[-1]
print(f"First: {first}, last: {last}")
