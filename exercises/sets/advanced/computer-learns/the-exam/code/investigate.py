by_heart = {128: "child", 135: "child", 176: "grown-up"}
right = 0
for height, truth in [[128, "child"], [176, "grown-up"], [149, "child"]]:
    if by_heart.get(height) == truth:
        right = right + 1
print(right)
