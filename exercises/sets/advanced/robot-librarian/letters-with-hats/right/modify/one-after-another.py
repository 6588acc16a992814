def plain(text):
    text = text.replace("ă", "a").replace("â", "a")
    text = text.replace("î", "i")
    text = text.replace("ș", "s")
    return text.replace("ț", "t")
