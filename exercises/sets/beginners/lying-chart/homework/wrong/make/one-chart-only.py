bar_chart(claps, labels=songs, title="Rap wins by far!", y_from=40)
