pages = int(input("How many pages? "))
days = 7
if pages >= 51:
    days = days + 7
print(f"Bring it back in {days} days, without jam!")
