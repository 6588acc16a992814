def footnotes(facts):
    lines = []
    sources = []
    for text, source in facts:
        if source == "":
            lines.append(text)
        else:
            if source not in sources:
                sources.append(source)
            number = sources.index(source) + 1
            lines.append(f"{text} [{number}]")
    return [lines, sources]


ours = [
    ["It is dark on 9 evenings", "our notebook"],
    ["A lamp costs 45 lei", "the shop"],
    ["Nobody likes the dark", ""],
]
print(footnotes(ours))
