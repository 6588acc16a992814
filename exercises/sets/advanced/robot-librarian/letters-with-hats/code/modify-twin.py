def readable(text):
    signs = {"4": "a", "3": "e", "0": "o"}
    for sign in signs:
        text = text.replace(sign, signs[sign])
    return text


print(readable("r0b0t"))
