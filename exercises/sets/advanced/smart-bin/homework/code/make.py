def door(events):
    state = "closed"
    result = []
    for event in events:
        ...
