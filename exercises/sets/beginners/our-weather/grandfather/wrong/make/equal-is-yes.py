frost_then = 0
for value in then:
    if value < 0:
        frost_then = frost_then + 1
frost_now = 0
for value in now:
    if value < 0:
        frost_now = frost_now + 1
if len(then) == 0 or len(now) == 0:
    answer = "unknown"
elif frost_then >= frost_now:
    answer = "yes"
else:
    answer = "no"
print(f"{frost_then} frosty mornings then, {frost_now} now. Grandfather is right: {answer}")
