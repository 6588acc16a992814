frost_then = 0
for i in range(len(then)):
    if then[i] < 0:
        frost_then = frost_then + 1
frost_now = 0
for i in range(len(now)):
    if now[i] < 0:
        frost_now = frost_now + 1
answer = "unknown"
if len(then) > 0 and len(now) > 0:
    if frost_then > frost_now:
        answer = "yes"
        print("Put on your warm socks and listen to him.")
    else:
        answer = "no"
