before = 2
now = 4
more = now - before
percent = 100 * more / before
print(more, percent)
