pages = int(input("How many pages? "))
if pages >= 50:
    days = 7
else:
    days = 14
print(f"You may keep it for {days} days.")
