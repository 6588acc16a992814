def minutes(metres):
    return (metres + 79) // 80
