def door(events):
    result = []
    for event in events:
        state = "closed"
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
