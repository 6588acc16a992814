if len(winter) == ...:
    mean = "unknown"
else:
    mean = ...
