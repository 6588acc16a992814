# My game. Is it fair? No, after 1000 rounds I am 300 nuts poorer, and not by chance.
from random import choice

bag = ["walnut", "hazel", "nothing", "nothing", "nothing", "nothing"]
nuts = 0
for number in range(1000):
    nuts = nuts - 1
    ticket = choice(bag)
    if ticket == "walnut":
        nuts = nuts + 3
    if ticket == "hazel":
        nuts = nuts + 1
print("Nuts:", nuts)
