frost_then = 0
for value in then:
    if value < 0:
        frost_then = ...
frost_now = 0
for value in ...:
    ...
if len(then) == 0 or ...:
    answer = "unknown"
elif ...:
    answer = "yes"
