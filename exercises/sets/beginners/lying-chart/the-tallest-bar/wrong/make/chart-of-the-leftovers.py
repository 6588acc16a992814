sold = []
for place in range(len(baked)):
    sold.append(baked[place] - unsold[place])
bar_chart(unsold, labels=pies, title="Sold pies")
