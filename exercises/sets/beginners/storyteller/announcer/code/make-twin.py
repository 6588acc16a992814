cup = "milk"
jug = "water"
bowl = cup
cup = jug
jug = bowl
print(f"Cup: {cup}, jug: {jug}")
