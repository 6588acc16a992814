bar_chart(goals, "Goals let in")
