def word(evenings):
    dark, lit = evenings.count(True), evenings.count(False)
    if dark + lit <= 4:
        saying = "not known"
    elif lit == 0:
        saying = "always"
    elif dark == 0:
        saying = "never"
    elif dark > lit:
        saying = "often"
    else:
        saying = "sometimes"
    return saying


print(word([True, False, False, None, False, False]))
