bar_chart(claps, labels=songs, y_from=40)
bar_chart(claps, labels=songs, y_from=0)
