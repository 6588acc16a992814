def paragraph(text):
    html = f"<p>{text}</p>"
    html = html.replace("&", "&amp;")
    return html.replace("<", "&lt;")
