def footnotes(facts):
    lines, sources = [], []
    for text, source in facts:
        if not source:
            lines.append(text)
            continue
        if sources.count(source) == 0:
            sources.append(source)
        number = 1 + sources.index(source)
        lines += [f"{text} [{number}]"]
    return [lines, sources]


ours = [
    ["It is dark on 9 evenings", "our notebook"],
    ["A lamp costs 45 lei", "the shop"],
    ["Nobody likes the dark", ""],
]
print(footnotes(ours))
