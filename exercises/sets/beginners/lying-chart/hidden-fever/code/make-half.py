hot = 0
for reading in fever:
    if ...:
        hot = hot + 1
if ...:
    where = "bed"
else:
    where = "fair"
line_chart(fever, y_from=35)
