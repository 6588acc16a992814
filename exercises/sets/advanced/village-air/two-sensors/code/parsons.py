hen = {"name": "Spotty", "eggs": 4}
hen["eggs"] = hen["eggs"] + 1
print(hen["eggs"])
