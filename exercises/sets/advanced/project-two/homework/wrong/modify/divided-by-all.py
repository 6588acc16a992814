def fair(marks):
    return (sum(marks) - max(marks) - min(marks)) / len(marks)
