if before is None or ...:
    return None
