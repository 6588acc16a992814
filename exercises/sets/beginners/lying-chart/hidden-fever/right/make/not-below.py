hot = 0
for reading in fever:
    if reading < 38:
        continue
    hot = hot + 1
where = "fair"
if hot >= 1:
    where = "bed"
line_chart(fever, title="Fever", y_from=35.0)
