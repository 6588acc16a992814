stand = {
    "who": "the neighbour who walks slowly",
    "problem": "she misses the bus to town",
    "try": "change the hours in the list",
}
hours = [7, 12]
for hour in hours:
    print(f"{hour}: leave now")
max = max(hours)
print(max)
