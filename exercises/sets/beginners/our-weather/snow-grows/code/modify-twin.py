goals = [2, 0, 3, 5]
many = 0
for match in goals:
    if match >= 3:
        many = many + 1
print(f"Matches with many goals: {many}")
