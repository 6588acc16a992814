def after(week, day, days):
    total = week * 7 + day + days
    return [total // 7 % 52, total % 7]


print(after(51, 3, 10))
