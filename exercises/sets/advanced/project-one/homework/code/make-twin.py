def diligent(last_week, this_week):
    result = []
    for hen in last_week:
        if hen in this_week and this_week[hen] > last_week[hen]:
            result.append(hen)
    return result


print(diligent({"Speckle": 4, "Snow": 6, "Boss": 2}, {"Speckle": 5, "Snow": 6}))
