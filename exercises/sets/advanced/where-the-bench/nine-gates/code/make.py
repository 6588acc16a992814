def best(sites, houses):
    ...


gates = [[-80, 20, 2], [0, 60, 1], [70, -40, 5]]
draw_map(best([[-50, 0], [0, 0], [50, 0]], gates), gates)
