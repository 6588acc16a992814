def footnotes(facts):
    numbers = {}
    lines = []
    for text, source in facts:
        if source and source not in numbers:
            numbers[source] = len(numbers) + 1
        if source:
            text = text + " [" + str(numbers[source]) + "]"
        lines.append(text)
    return [lines, list(numbers)]


ours = [
    ["It is dark on 9 evenings", "our notebook"],
    ["A lamp costs 45 lei", "the shop"],
    ["Nobody likes the dark", ""],
]
print(footnotes(ours))
