def footnotes(facts):
    lines = []
    sources = []
    for text, source in facts:
        if source not in sources:
            sources.append(source)
        number = sources.index(source) + 1
        lines.append(f"{text} [{number}]")
    return [lines, sources]
