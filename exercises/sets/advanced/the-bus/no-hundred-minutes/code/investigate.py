road = 131
print(road // 60)
print(road % 60)
