decades = [0.0, 0.2, 0.4, 0.6, 0.8]
years = ["1970", "1980", "1990", "2000", "2010"]
for i in range(len(decades)):
    print(years[i], decades[i])
line_chart(decades, title="Warmer by decades")
