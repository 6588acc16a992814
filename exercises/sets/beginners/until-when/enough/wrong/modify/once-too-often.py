height = int(input("From how high does it fall? "))
bounces = 0
while height > 1 and bounces <= 5:
    height = height // 2
    bounces = bounces + 1
print(f"Bounces: {bounces}")
