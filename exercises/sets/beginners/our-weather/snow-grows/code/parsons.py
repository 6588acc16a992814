eggs = [3, 5, 4]
basket = 0
for hen in eggs:
    basket = basket + hen
print(f"Eggs: {basket}")
