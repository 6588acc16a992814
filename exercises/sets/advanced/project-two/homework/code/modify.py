def fair(marks):
    return sum(marks) / len(marks)
