def wait(times, now):
    for bus in times + [bus + 24 * 60 for bus in times]:
        if bus >= now:
            return bus - now
    return None


print("The goat has time.")
