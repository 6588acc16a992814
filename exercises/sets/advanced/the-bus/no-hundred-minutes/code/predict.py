hour = 8
minute = 45
total = hour * 60 + minute
print(total)
print(total // 60)
print(total % 60)
