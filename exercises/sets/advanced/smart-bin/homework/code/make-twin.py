def cat(events):
    state = "asleep"
    result = []
    for event in events:
        if event == "milk":
            state = "happy"
        if event == "dog" and state == "asleep":
            state = "cross"
        result.append(state)
    return result


print(cat(["dog", "milk", "dog"]))
