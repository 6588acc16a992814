low = 60
more = 66 - low
half = more / 2
bar_chart([60, 66], y_from=low - half)
