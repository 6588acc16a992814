height = 16
bounces = 0
while height > 1:
    height = height // 2
    bounces = bounces + 1
print(bounces)
