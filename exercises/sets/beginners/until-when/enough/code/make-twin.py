hay = 20
sheep = 6
fed = 0
while sheep > 0 and hay >= 4:
    sheep = sheep - 1
    hay = hay - 4
    fed = fed + 1
if sheep == 0:
    happy = "all"
else:
    happy = "not all"
print(fed, happy)
