def fits(size, room):
    longest = max(size) <= max(room)
    shortest = min(size) <= min(room)
    middle = sum(size) - max(size) - min(size) <= sum(room) - max(room) - min(room)
    return longest and middle and shortest
