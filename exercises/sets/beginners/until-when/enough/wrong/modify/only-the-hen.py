height = int(input("From how high does it fall? "))
bounces = 0
while bounces < 5:
    height = height // 2
    bounces = bounces + 1
print(f"Bounces: {bounces}")
