def next_bus(times, now, walk):
    later = [bus for bus in times if bus - walk >= now]
    if later:
        return min(later)
