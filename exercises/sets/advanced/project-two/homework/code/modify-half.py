return (sum(marks) - max(marks) - ...) / (len(marks) - ...)
