bar_chart(claps, songs, "Claps, honestly counted", y_from=0)
bar_chart(claps, songs, "Nobody likes the waltz!", y_from=min(claps) - 1)
line_chart(claps)
