# What surprised me, and what I will change:
# She read the sign only after she had pressed everything.
# I will put the sign above the button.
notes = [["open", 12], ["press", 3], ["read", 70], ["find the lamp", None]]
for step, seconds in notes:
    print(step, seconds)
