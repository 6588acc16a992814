def paragraph(text):
    html = ""
    for pieces in text:
        if pieces == "&":
            html = html + "&amp;"
        elif pieces == "<":
            html = html + "&lt;"
        else:
            html = html + pieces
    return f"<p>{html}</p>"
