def paragraph(text):
    text = text.replace("<", "&lt;")
    return f"<p>{text}</p>"
