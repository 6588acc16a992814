def market(days, today):
    for day in days:
        if day >= today:
            return day - today
    return days[0] + 30 - today


print(market([5, 19], 21))
