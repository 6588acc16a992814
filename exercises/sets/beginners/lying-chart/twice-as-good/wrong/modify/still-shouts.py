bar_chart(votes, labels=jams, title="Twice as good!", y_from=0)
print("Marcel's jam is twice as good!")
