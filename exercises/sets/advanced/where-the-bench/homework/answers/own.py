# My way, and for whom it is too long:
# From the school to the well. Too long for somebody with two full buckets.
my_way = [["north", 120], ["east", 85], ["north", 40]]
together = 0
for part in my_way:
    together = together + part[1]
print(together, "steps")
