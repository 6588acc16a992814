# What they said, and what I changed: the neighbour asked what a row is, so now there are words.
def seeds(rows, row_length):
    return rows * row_length * 4


def total(rows, row_length):
    print(f"{rows} rows of {row_length} metres: {seeds(rows, row_length)} seeds of corn")


interact(total, rows=slider(1, 30), row_length=slider(5, 100, start=50, step=5))
