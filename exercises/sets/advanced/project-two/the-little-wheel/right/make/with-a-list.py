def page(title, parts, source):
    pieces = [f"<h1>{title}</h1>"]
    for part in parts:
        pieces.append(f"<h2>{part[0]}</h2>")
        pieces.append(f"<p>{part[1]}</p>")
    pieces.append(picture("a lamp"))
    pieces.append(f"<p>Source: {source}</p>")
    return "\n".join(pieces)


parts = [["The problem", "On 9 of 10 evenings it is dark."]]
show_page(page("Light at the bridge", parts, "our notebook"))
