first = baked[0] - unsold[0]
second = baked[1] - unsold[1]
third = baked[2] - unsold[2]
sold = [first, second, third]
bar_chart(sold, title="Sold pies", labels=["plum", "cheese", "apple"])
bar_chart(unsold, title="left", labels=pies)
