word = "0700-000-001"
digits = 0
for sign in word:
    if sign.isdigit():
        digits = digits + 1
print(len(word), digits)
