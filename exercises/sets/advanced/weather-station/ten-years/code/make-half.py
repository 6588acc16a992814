if len(years) < ...:
    return None
first = years[:size]
last = years[-size:]
if ...:
    return None
return (sum(last) - ...) / ...
