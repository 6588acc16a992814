start = 35.6
line_chart(fever, title="Radu's fever", y_from=start)
