# My plan, and what could spoil it:
plan = {
    "what": "chimneys that smoke",
    "unit": "chimneys",
    "place": "the window on the upper floor",
    "hours": [7, 13, 19],
}
for part in plan:
    print(part, plan[part])
# In fog I see only the nearest chimneys. Then I write fog, not 0.
