def fair(marks):
    left_over = [mark for mark in marks if mark != max(marks) and mark != min(marks)]
    if left_over == []:
        return 0
    return sum(left_over) / len(left_over)
