stand = {
    "who": "the neighbour who walks slowly",
    "problem": "she misses the bus to town",
    "try": "change the hours in the list",
}
for hour in [7, 12]:
    print(hour)
