def bare(facts):
    result = []
    for text, source in facts:
        if source == "" and has_number(text):
            result.append(text)
    return result
