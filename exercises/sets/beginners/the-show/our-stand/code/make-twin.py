days = ["Monday", "Friday"]
for day in days:
    print(f"{day}: the library is open.")
