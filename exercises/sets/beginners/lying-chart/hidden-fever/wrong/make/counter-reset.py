for reading in fever:
    hot = 0
    if reading >= 38:
        hot = hot + 1
if hot > 0:
    where = "bed"
else:
    where = "fair"
line_chart(fever, y_from=35)
