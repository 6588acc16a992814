fever = [36.6, 37.2, 38.1, 38.8]
line_chart(fever, y_from=0)
line_chart(fever, y_from=36)
print(min(fever), max(fever))
