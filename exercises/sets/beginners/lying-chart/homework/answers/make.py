bar_chart(claps, labels=songs, title="Rap wins by far!", y_from=40)
bar_chart(claps, labels=songs, title="Claps, honestly counted", y_from=0)
