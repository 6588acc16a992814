start = min(fever) - 1
bar_chart(fever, title="Radu's fever", y_from=start)
