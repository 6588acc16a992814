last = 15 + 1440
print(last)
print(last // 60 % 24, last % 60)
