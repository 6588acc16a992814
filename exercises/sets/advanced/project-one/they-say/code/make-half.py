if looked < ...:
    return "not known"
if dark == ...:
    return "always"
if dark == ...:
    return "never"
if ...:
    return "often"
return "sometimes"
