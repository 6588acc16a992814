def hide(text, names):
    words = []
    hidden = 0
    ...


print(hide("Thank you, Ema! Honey: honey@example.org", ["ema"]))
