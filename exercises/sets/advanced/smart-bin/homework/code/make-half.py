for event in events:
    if event == "fox":
        state = "locked"
    elif event == "morning" and state == ...:
        state = ...
