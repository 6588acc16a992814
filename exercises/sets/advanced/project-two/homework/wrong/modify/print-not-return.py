def fair(marks):
    print((sum(marks) - max(marks) - min(marks)) / (len(marks) - 2))
