def distance(first, second):
    height, steps = first
    other_height, other_steps = second
    taller = max(height, other_height) - min(height, other_height)
    faster = max(steps, other_steps) - min(steps, other_steps)
    return taller + faster
