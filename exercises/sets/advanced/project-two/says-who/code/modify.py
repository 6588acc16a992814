def bare(facts):
    result = []
    for text, source in facts:
        if source == "":
            result.append(text)
    return result
