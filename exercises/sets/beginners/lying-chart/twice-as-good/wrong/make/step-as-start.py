start = big - small
bar_chart([small, big], y_from=start)
bar_chart([small, big], y_from=0)
