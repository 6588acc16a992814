dog = "Azor"
print(f"{dog} saw a hen.")
dog = "Azor the brave"
print(f"{dog} hid under the bench.")
