result = []
called = False
hour = 0
for level in levels:
    if level >= high and not called:
        result.append(hour)
        called = True
    if level ...:
        called = ...
    hour = ...
