for bus in times:
    if bus >= ready:
        total = bus + ...
        return [total // 60 ..., ...]
