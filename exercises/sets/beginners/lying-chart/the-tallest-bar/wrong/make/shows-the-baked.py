sold = baked
bar_chart(sold, labels=pies, title="Sold pies")
