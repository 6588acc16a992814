first = mornings[...]
last = mornings[len(mornings) - ...]
