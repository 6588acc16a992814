bar_chart(goals, labels=..., title="...", y_label="...")
