for text, source in facts:
    if source == "":
        lines.append(text)
    else:
        if ...:
            sources.append(source)
        number = ...
        lines.append(f"{text} [{number}]")
