height = int(input("From how high does it fall? "))
bounces = 0
while height > 1:
    height = height // 2
    bounces = bounces + 1
    if bounces == 5:
        print("Caught!")
print(f"Bounces: {bounces}")
