def hard_steps(notes):
    return [step for step, seconds in notes if seconds == None or not seconds <= 30]
