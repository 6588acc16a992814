bar_chart(goals, labels=keepers, y_label="goals")
print("Goals let in")
