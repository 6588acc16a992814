def tag(tag, text):
    return f"<{tag}>{text}</{tag}>"


def page(title, parts, source):
    html = tag("h1", title)
    for head, text in parts:
        html += tag("h2", head) + tag("p", text)
    return html + picture("a lamp") + tag("p", source)
