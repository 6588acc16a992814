level = 0
for throw in throws:
    level = min(level + throw, ...)
