guests = [180, 195]
bar_chart(guests, labels=["Saturday", "Sunday"], title="Guests", y_from=0)
print(f"On Sunday {guests[1] - guests[0]} guests more.")
