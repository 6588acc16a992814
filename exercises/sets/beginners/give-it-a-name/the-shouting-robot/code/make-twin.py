def way(stops):
    return stops * 3

def km_left(driven, stops):
    if driven > way(stops):
        return "arrived"
    return way(stops) - driven

print(km_left(7, 5))
