def paragraph(text):
    text = text.replace("&", "&amp;", 1)
    text = text.replace("<", "&lt;", 1)
    return f"<p>{text}</p>"
