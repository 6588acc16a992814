def fair(marks):
    return (sum(marks) - min(marks)) / (len(marks) - 1)
