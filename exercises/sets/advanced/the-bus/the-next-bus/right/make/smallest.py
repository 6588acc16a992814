def wait(times, now):
    if times == []:
        return None
    later = [bus - now for bus in times if bus - now >= 0]
    if later:
        return later[0]
    return 1440 - now + times[0]
