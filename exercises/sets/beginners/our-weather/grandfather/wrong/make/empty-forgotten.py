frost_then = 0
for value in then:
    if value < 0:
        frost_then = frost_then + 1
frost_now = 0
for value in now:
    if value < 0:
        frost_now = frost_now + 1
if frost_then > frost_now:
    answer = "yes"
else:
    answer = "no"
print(answer)
