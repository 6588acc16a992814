# My plan, and what could spoil it:
plan = {
    "what": "...",
    "unit": "...",
    "place": "...",
    "hours": [],
}
for part in plan:
    print(part, plan[part])
