sold = [baked[0] - unsold[0], baked[1] - unsold[1], baked[2] - unsold[2]]
bar_chart(sold, labels=pies, title="Sold pies")
