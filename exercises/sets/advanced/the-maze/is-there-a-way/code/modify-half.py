for near in [square + 1, ...]:
    if ... <= near < len(path) and path[near] == "." and near not in wet:
        wet.append(near)
