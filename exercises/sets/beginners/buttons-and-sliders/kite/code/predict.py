def kite(wide, bows):
    print(f"{wide} cm wide")
    print(f"{bows} bows")


interact(kite, bows=slider(0, 9, start=3), wide=slider(10, 60, start=40))
