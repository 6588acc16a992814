ours = [3, 0, 2]
guests = [1, 1]
won_by_us = 0
for goals in ours:
    won_by_us = won_by_us + goals
won_by_guests = 0
for goals in guests:
    won_by_guests = won_by_guests + goals
if len(ours) == 0 or len(guests) == 0:
    better = "nobody knows"
elif won_by_us > won_by_guests:
    better = "ours"
else:
    better = "not ours"
print(better)
