step = big - small
start = small + step
bar_chart([small, big], y_from=start)
bar_chart([small, big], y_from=0)
