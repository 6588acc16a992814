bar_chart(claps, labels=songs, title="Rap wins by far!", y_from=40)
bar_chart(claps, labels=songs, title="Nobody likes the waltz!", y_from=30)
