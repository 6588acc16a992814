def paragraph(text):
    text = text.replace("&", "")
    text = text.replace("<", "")
    return f"<p>{text}</p>"
