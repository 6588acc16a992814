def sort_out(lines):
    good = []
    bad = []
    ...
