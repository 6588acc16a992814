for step in before:
    if step not in after or ...:
        continue
    if before[step] is None or ...:
        result.append(step)
