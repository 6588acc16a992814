def paragraph(text):
    return f"<p>{text}</p>"
