sold = baked - unsold
bar_chart(sold, labels=pies, title="Sold pies")
