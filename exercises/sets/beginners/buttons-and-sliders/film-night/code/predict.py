def ticket(people, rain):
    if rain:
        print(f"Film in the hall, {people} chairs")
    else:
        print(f"Film on the meadow, {people} cushions")


interact(ticket, people=slider(1, 9, start=3), rain=False)
