start = min(fever)
line_chart(fever, title="Radu's fever", y_from=start)
