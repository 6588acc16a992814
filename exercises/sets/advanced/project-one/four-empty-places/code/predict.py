sheet = {"problem": "The lamp at the bridge is dark", "who": ""}
for place in sheet:
    if sheet[place] == "":
        print("empty:", place)
print(len(sheet))
