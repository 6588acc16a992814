def bare(facts):
    result = []
    for text, source in facts:
        if source.strip() == "" and has_number(text):
            result.append(text)
        return result
