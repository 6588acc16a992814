sold = []
for place in range(len(baked)):
    sold.append(unsold[place] + baked[place])
bar_chart(sold, labels=pies, title="Sold pies")
