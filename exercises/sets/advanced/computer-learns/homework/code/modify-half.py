if best is not None and best ...:
    return "unknown"
return answer
