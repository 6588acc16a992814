step = big - small
start = ...
bar_chart([small, big], y_from=start)
bar_chart([small, big], y_from=...)
