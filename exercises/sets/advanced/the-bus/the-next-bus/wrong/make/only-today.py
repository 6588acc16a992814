def wait(times, now):
    for bus in times:
        if bus >= now:
            return bus - now
    return None


print("Bring a book, minutes:", wait([400, 525, 700], 610))
