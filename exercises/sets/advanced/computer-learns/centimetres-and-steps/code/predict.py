veta = [148, 70]
boy = [140, 130]
total = 0
for i in range(2):
    total = total + abs(veta[i] - boy[i])
print(total)
