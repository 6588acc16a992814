throws = [3, 0, 2, 0, 0, 1]
good = []
missed = 0
for throw in throws:
    if throw > 0:
        good.append(throw)
    else:
        missed = missed + 1
bar_chart(good, title=f"Good throws, {missed} missed")
