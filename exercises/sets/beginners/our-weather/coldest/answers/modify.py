coldest = min(mornings)
print(coldest)
