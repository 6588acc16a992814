def plain(text):
    text = text.upper().replace("Ă", "A").replace("Â", "A").replace("Î", "I")
    return text.replace("Ș", "S").replace("Ț", "T").strip()


def alike(first, second):
    result = plain(first) == plain(second)
    return result


print("pește, peste")
