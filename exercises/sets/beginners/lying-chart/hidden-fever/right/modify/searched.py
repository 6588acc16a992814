lowest = fever[0]
for reading in fever:
    if reading < lowest:
        lowest = reading
start = lowest - 1
line_chart(fever, y_from=start)
