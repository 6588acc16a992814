def footnotes(facts):
    sources = []
    for text, source in facts:
        if source != "" and source not in sources:
            sources = sources + [source]
    lines = []
    for text, source in facts:
        if source in sources:
            lines.append(f"{text} [{sources.index(source) + 1}]")
        else:
            lines.append(text)
    return [lines, sources]
