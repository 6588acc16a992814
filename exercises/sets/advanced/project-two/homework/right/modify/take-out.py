def fair(marks):
    left_over = list(marks)
    left_over.remove(max(left_over))
    left_over.remove(min(left_over))
    total = 0
    for mark in left_over:
        total = total + mark
    return total / len(left_over)
