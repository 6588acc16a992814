barked = False
for step in ["stranger", "stranger", "nobody"]:
    if step == "nobody":
        barked = False
    elif not barked:
        print("woof")
        barked = True
