def word(evenings):
    ...


evenings = [True, True, False, True, None, True, True, True, True, True]
print(word(evenings))
