def footnotes(facts):
    lines = []
    sources = []
    for text, source in facts:
        if source == "":
            lines.append(text)
        else:
            sources.append(source)
            lines.append(f"{text} [{len(sources)}]")
    return [lines, sources]
