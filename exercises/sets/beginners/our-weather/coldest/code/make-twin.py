prices = [12, 9, 15]
cheapest = prices[0]
stall = 0
for i in range(len(prices)):
    if prices[i] < cheapest:
        cheapest = prices[i]
        stall = i
print(f"Go to stall {stall}: {cheapest} lei")
