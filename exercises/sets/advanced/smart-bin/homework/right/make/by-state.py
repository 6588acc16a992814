def door(events):
    state = "closed"
    result = []
    for event in events:
        if state == "locked":
            if event == "key":
                state = "closed"
        elif event == "fox":
            state = "locked"
        elif event == "morning":
            state = "open"
        elif event == "evening":
            state = "closed"
        result.append(state)
    return result


print(door(["morning", "fox", "key"]))
