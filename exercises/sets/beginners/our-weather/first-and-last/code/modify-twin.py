stops = ["Mill", "School", "Market"]
count = len(stops)
print("Get on:", stops[0])
print("Get off:", stops[count - 1])
