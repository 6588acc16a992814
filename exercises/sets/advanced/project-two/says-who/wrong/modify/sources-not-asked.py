def bare(facts):
    result = []
    for text, source in facts:
        if has_number(text):
            result.append(text)
    return result
