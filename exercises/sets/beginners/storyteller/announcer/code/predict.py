goals = 0
news = f"Goals: {goals}"
goals = goals + 1
print(goals)
print(news)
