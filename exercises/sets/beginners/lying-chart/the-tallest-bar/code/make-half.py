sold = []
for place in range(len(baked)):
    sold.append(baked[place] - ...)
bar_chart(..., labels=pies, title="...")
