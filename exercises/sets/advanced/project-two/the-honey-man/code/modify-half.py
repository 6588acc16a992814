digits = 0
for sign in word:
    if ...:
        digits = digits + 1
return "@" in word or ...
