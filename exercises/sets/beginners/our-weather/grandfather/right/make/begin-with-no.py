frost_then = 0
frost_now = 0
answer = "no"
for value in then:
    if value <= -1:
        frost_then += 1
for value in now:
    if value <= -1:
        frost_now += 1
if frost_then > frost_now:
    answer = "yes"
if then == [] or now == []:
    answer = "unknown"
print(answer)
