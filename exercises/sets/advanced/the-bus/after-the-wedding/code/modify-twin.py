def school(month):
    if month < 7:
        return month + 12
    return month
