cold = 4
scarves = 0
while cold > 0 and scarves < 3:
    cold = cold - 1
    scarves = scarves + 1
print(scarves, cold)
