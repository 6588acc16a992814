def paragraph(text):
    text = text.replace("&", "&amp;")
    text = text.replace("<", "&lt;")
    return f"<p>{text}</p>"
