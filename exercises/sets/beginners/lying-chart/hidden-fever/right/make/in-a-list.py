hot = len([reading for reading in fever if reading >= 38])
if hot == 0:
    where = "fair"
else:
    where = "bed"
start = 35
line_chart(fever, y_from=start)
print(where)
