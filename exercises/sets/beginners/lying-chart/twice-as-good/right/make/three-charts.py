votes = [small, big]
start = votes[0] + votes[0] - votes[1]
bar_chart(votes, y_from=start)
bar_chart(votes, y_from=0)
line_chart(votes)
