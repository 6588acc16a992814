# My week, and what it tells:
# The warmest day was also the day with the wind, so I do not trust it.
my_week = [3, 5, None, 9, 4, 4, None]
line_chart(my_week, title="Seven mornings at the window")
