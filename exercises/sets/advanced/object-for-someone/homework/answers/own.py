# For whom it is, and what I measured:
# For somebody who cannot turn the tap any more: a handle that goes over it.
# The tap is 22 wide and 9 thick. The thickness must be exact, with a little air.
tap = [22, 9]
air = 0.4
print(tap[0] + 2 * air, tap[1] + 2 * air)
