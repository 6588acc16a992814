kicks = 0
goals = 0
while kicks < 5 and goals < 2:
    shot = input("Goal or miss? ")
    kicks = kicks + 1
    if shot == "goal":
        goals = goals + 1
print(f"{goals} goals in {kicks} kicks")
