swings = ["old", "new"]
morning = [6, 9]
evening = [11, 4]
together = []
for place in range(len(morning)):
    together.append(morning[place] + evening[place])
bar_chart(together, labels=swings, title="Children on the swings")
