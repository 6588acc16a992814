together = 0
for way in [100, 300, 50]:
    together = together + way
print(together)
print(together / 3)
