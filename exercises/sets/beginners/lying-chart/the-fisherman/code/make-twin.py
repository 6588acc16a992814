mornings = [-4, 12, 31, -1, 20, 33]
hot = []
frosty = []
for morning in mornings:
    if morning > 30:
        hot.append(morning)
    if morning < 0:
        frosty.append(morning)
line_chart(hot, title="Come, it is hot here!")
line_chart(frosty, title="Stay away, it freezes here!")
