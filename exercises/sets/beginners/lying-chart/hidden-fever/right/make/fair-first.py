hot = 0
where = "fair"
for reading in fever:
    if reading >= 38:
        hot += 1
        where = "bed"
line_chart(fever, y_from=35)
