def part_read(rest, pages):
    return 100 - rest * 100 / (pages + 1)
