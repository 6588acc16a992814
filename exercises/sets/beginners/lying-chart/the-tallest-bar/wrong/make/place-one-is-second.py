sold = [baked[1] - unsold[1], baked[2] - unsold[2], baked[3] - unsold[3]]
bar_chart(sold, labels=pies, title="Sold pies")
