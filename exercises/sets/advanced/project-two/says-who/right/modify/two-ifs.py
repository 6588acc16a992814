def bare(facts):
    result = []
    for text, source in facts:
        if has_number(text):
            if source.strip() == "":
                result = result + [text]
    return result
