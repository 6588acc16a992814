if minute < ...:
    return str(hour) + ":0" + str(minute)
return str(hour) + ":" + str(minute)
