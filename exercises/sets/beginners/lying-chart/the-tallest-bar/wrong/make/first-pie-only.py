sold = [baked[0] - unsold[0]]
bar_chart(sold, labels=["plum"], title="Sold pies")
