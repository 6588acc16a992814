bar_chart(goals, labels=goals, title="Goals let in", y_label="goals")
