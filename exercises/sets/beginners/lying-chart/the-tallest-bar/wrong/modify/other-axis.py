bar_chart(goals, labels=keepers, title="Goals let in", x_label="goals")
