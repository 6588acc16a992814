def kilometres(month):
    if month["trip"] is None or month["trips"] is None:
        return None
    return month["trip"] * month["trips"]


print(kilometres({"trip": 12, "trips": 40}))
