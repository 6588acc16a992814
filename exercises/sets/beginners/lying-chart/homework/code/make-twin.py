lake = [3.4, 3.1]
bar_chart(lake, title="The lake is nearly gone!", y_from=3)
bar_chart(lake, title="The lake in metres", y_from=0)
