def page(title, parts, source):
    html = "<svg width='40' height='90'><title>a lamp that shines</title><rect width='40' height='90' fill='gold'/></svg>"
    html = html + f"<h1>{title}</h1>"
    html = html + f"<p>Source: {source}</p>"
    for head, text in parts:
        html = html + f"<h2>{head}</h2><p>{text}</p>"
    return html


parts = [["The problem", "On 9 of 10 evenings it is dark."]]
show_page(page("Light at the bridge", parts, "our notebook"))
