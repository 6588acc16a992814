def cannot(arrivals, closes):
    ...


print(cannot(village, 600))
