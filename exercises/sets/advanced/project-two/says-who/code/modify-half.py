if source.strip() == ... and ...:
    result.append(text)
