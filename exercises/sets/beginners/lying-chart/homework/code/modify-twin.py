months = [11, 12, 1, 2, 3]
hay = [40, 33, 25, 16, 9]
shrunk = hay[0] - hay[-1]
bar_chart(hay, labels=months, title="Hay in the barn")
print(shrunk)
