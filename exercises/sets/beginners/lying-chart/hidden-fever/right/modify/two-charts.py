line_chart(fever, y_from=0)
start = -1 + min(fever)
line_chart(fever, title="Fever", y_from=start)
