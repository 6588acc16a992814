guests = "4"
pancakes = guests * 3
print(f"{guests} guests: {pancakes} pancakes")
