bar_chart(goals)
