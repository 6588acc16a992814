money = 530
lei = money // 100
bani = money % 100
print(lei, bani)
