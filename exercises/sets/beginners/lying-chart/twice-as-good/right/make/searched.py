start = small - 1
while big - start > 2 * (small - start):
    start = start - 1
votes = [small, big]
bar_chart(votes, title="Twice!", y_from=start)
bar_chart(votes, title="In truth", y_from=0)
