bar_chart(claps, title="Everybody likes everything")
start = 35
bar_chart(claps, title="Nobody likes the waltz!", y_from=start)
