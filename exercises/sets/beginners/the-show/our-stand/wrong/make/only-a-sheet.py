stand = {
    "who": "the neighbour who walks slowly",
    "problem": "she misses the bus to town",
    "try": "change the hours in the list",
}
print(stand)
