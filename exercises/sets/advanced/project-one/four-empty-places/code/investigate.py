sheet = {"problem": "The lamp at the bridge is dark", "who": "", "proof": "?", "idea": "     "}
for place, text in sheet.items():
    print(place, len(text), len(text.split()))
