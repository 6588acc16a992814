sold = []
for place in range(len(baked)):
    sold.append(baked[place] - unsold[place])
bar_chart(sold, labels=pies, title="Pies that people ate", y_label="Pies")
