facts = [["It is dark on 9 evenings", "our notebook"], ["It saves 90 percent", ""]]
for text, source in facts:
    if source != "":
        print(text, source)
