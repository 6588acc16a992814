stand = {"who": "the bus driver", "try": "press a key"}
for line in stand:
    print(line)
print(stand["who"])
