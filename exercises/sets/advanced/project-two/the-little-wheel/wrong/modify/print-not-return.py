def paragraph(text):
    text = text.replace("&", "&amp;")
    text = text.replace("<", "&lt;")
    print(f"<p>{text}</p>")
