def paragraph(text):
    text = text.replace("&", "&amp;")
    return f"<p>{text}</p>"
