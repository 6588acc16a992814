def fair(marks):
    left_over = sorted(marks)[1:-1]
    return sum(left_over) / len(left_over)
