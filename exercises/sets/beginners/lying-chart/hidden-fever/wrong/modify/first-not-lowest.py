start = fever[0] - 1
line_chart(fever, title="Radu's fever", y_from=start)
