def how_many(readings):
    return readings.count(None)
