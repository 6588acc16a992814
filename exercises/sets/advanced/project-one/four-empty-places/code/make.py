def missing(sheet):
    result = []
    ...


sheet = {
    "problem": "...",
    "who": "...",
    "proof": "...",
    "idea": "...",
}
print(missing(sheet))
