hot = 0
for reading in fever:
    if reading >= 38:
        hot = hot + 1
if hot > 0:
    where = "bed"
    print("Tea and honey!")
else:
    where = "fair"
    print("Put on your good shirt!")
line_chart(fever, title="Fever", y_from=35)
