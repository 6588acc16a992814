def fair(marks):
    return (sum(marks) - max(marks)) / (len(marks) - 1)
