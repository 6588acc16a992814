def paragraph(text):
    text = text.replace("<", "&lt;")
    text = text.replace("&", "&amp;")
    return f"<p>{text}</p>"
