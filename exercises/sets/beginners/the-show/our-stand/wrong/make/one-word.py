stand = {
    "who": "everybody",
    "problem": "she misses the bus to town",
    "try": "change the hours in the list",
}
hours = [7, 12]
for hour in hours:
    print(f"{hour}: leave now")
