for part in text.split("."):
    part = part....()
    if part != ...:
        result.append(part)
