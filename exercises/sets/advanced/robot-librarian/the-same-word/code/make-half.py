asked = asked.strip().lower()
result = []
for title in titles:
    if asked in ...:
        result.append(...)
