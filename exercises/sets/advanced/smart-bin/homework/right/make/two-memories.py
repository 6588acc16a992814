def door(events):
    locked = False
    is_open = False
    result = []
    for event in events:
        if event == "fox":
            locked = True
            is_open = False
        if event == "key":
            locked = False
        if event == "morning" and not locked:
            is_open = True
        if event == "evening":
            is_open = False
        if locked:
            result.append("locked")
        elif is_open:
            result.append("open")
        else:
            result.append("closed")
    return result
