for sign in "?!":
    text = text.replace(...)
result = []
for part in text.split("."):
    if len(...) > ...:
        result.append(part.strip())
