bar_chart(votes, labels=jams, title="Twice as good!", y_from=48)
print("Marcel's jam is twice as good!")
