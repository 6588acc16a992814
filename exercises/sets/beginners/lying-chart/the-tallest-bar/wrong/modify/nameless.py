bar_chart(goals, title="Goals let in", y_label="goals")
