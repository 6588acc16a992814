def paragraph(text):
    text.replace("&", "&amp;")
    text.replace("<", "&lt;")
    return f"<p>{text}</p>"
