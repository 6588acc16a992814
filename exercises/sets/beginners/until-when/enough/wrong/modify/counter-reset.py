height = int(input("From how high does it fall? "))
while height > 1 and bounces < 5:
    bounces = 0
    height = height // 2
    bounces = bounces + 1
print(f"Bounces: {bounces}")
