def fair(marks):
    left_over = marks[1:-1]
    return sum(left_over) / len(left_over)
