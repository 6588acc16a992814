start = small - (big - small)
bar_chart([small, small * 2], y_from=0)
bar_chart([small, big], y_from=0)
