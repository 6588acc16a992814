bar_chart(goals, labels=keepers, title="Goals let in", y_label="goals")
