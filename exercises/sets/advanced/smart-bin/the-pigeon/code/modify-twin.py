def mark(lost, points):
    return (points - lost) * 10 / points
