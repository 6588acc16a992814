nights = [9, 3, 6, 4]
cold = 0
for night in nights:
    if night <= 4:
        cold = cold + 1
if cold > 0:
    tomatoes = "cover"
else:
    tomatoes = "leave"
print(tomatoes)
