bar_chart(claps, labels=songs, title="Claps, honestly counted", y_from=0)
bar_chart(claps, labels=songs, y_from=40)
