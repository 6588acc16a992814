height = int(input("From how high does it fall? "))
bounces = 0
patience = 5
while patience > 0 and height > 1:
    height = height // 2
    bounces += 1
    patience -= 1
print("Bounces:", bounces)
