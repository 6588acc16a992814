def paragraph(text):
    return "<p>" + text.replace("&", "&amp;").replace("<", "&lt;") + "</p>"
