times = [1290, 1380, 15]
last = max(times)
print(last)
print(last // 60, last % 60)
