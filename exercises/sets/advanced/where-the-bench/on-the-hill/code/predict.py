ways = [100, 100, 100, 900]
print(sum(ways), max(ways))
ways = [400, 400, 400, 400]
print(sum(ways), max(ways))
