hours = [8, 10, 12, 14]
fever = [36.6, 37.2, 38.1, 38.8]
line_chart(fever, labels=hours, y_from=0)
print(max(fever))
