def arrive(hour, minute, ride):
    return [hour, minute + ride]
