def door(events):
    state = "closed"
    result = []
    for event in events:
        if event == "fox":
            state = "locked"
        elif event == "morning" and state == "closed":
            state = "open"
        elif event == "evening" and state == "open":
            state = "closed"
        elif event == "key" and state == "locked":
            state = "closed"
    result.append(state)
    return result
