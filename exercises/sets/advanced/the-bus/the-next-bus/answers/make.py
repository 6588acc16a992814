def wait(times, now):
    for bus in times:
        if bus >= now:
            return bus - now
    if len(times) == 0:
        return None
    return times[0] + 1440 - now


print("Bring a book, minutes:", wait([400, 525, 700], 610))
