def better(before, after):
    result = []
    for step in before:
        if step in after:
            if after[step] is not None:
                if before[step] is None:
                    result.append(step)
                elif before[step] > after[step]:
                    result.append(step)
    return result


print(better({"open": 40}, {"open": 15}))
