def door(events):
    rules = {
        "closed morning": "open",
        "open evening": "closed",
        "locked key": "closed",
    }
    state = "closed"
    result = []
    for event in events:
        if event == "fox":
            state = "locked"
        state = rules.get(f"{state} {event}", state)
        result.append(state)
    return result
