days = len(mornings)
if days >= 1:
    first = mornings[0]
    last = mornings[days - 1]
    change = last - first
    if change > 0:
        print("Spring is near!")
else:
    change = 0
    print("Nobody measured.")
