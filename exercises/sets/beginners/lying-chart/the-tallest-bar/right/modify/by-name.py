bar_chart({"Iulian": 9, "Doru": 4, "Sorin": 2}, y_label="goals", title="Goals let in", y_from=0)
