hot = 0
for reading in fever:
    if reading >= 38:
        hot = hot + 1
if hot > 0:
    where = "bed"
else:
    where = "fair"
line_chart(fever, y_from=0)
