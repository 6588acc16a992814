sold = []
place = 0
for pie in pies:
    sold = sold + [baked[place] - unsold[place]]
    place = place + 1
bar_chart(sold, pies, "Yummy")
