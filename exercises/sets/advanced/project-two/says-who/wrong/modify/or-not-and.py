def bare(facts):
    result = []
    for text, source in facts:
        if source.strip() == "" or has_number(text):
            result.append(text)
    return result
