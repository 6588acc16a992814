stand = {
    "who": "the neighbour who walks slowly",
    "problem": "she misses the bus to town",
    "try": "change the hours in the list",
}

def leave(hour, way):
    return f"{hour}: leave {way} minutes before."

for hour in [7, 12]:
    print(leave(hour, 25))
print(stand["who"])
