def footnotes(facts):
    lines = []
    sources = []
    ...


ours = []
print(footnotes(ours))
