step = big - small
start = small - step
bar_chart([small, big], title="Twice!", y_from=0)
bar_chart([small, big], title="In truth", y_from=0)
