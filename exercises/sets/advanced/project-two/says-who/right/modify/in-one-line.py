def bare(facts):
    return [text for text, source in facts if has_number(text) and not source.strip()]
