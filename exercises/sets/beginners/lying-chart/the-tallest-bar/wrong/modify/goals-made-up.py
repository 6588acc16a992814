goals = [2, 4, 9]
bar_chart(goals, labels=keepers, title="Goals let in", y_label="goals")
