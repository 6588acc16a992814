frost_then = 0
for then in then:
    if then < 0:
        frost_then = frost_then + 1
frost_now = 0
for now in now:
    if now < 0:
        frost_now = frost_now + 1
if len(then) == 0 or len(now) == 0:
    answer = "unknown"
elif frost_then > frost_now:
    answer = "yes"
else:
    answer = "no"
