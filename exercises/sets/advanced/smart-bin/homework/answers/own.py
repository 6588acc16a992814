# My device, its states, and what changes them:
# An alarm clock that knows whether I am really up.
# silent -> ringing: it is seven
# ringing -> waiting: I press the button
# waiting -> ringing: the bed is still warm
# waiting -> silent: I stand at the window
states = ["silent", "ringing", "waiting"]
print(states)
