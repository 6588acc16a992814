sold = [12, 20, 8]
bar_chart(sold, labels=pies, title="Sold pies")
