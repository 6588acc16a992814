def page(title, parts, source):
    html = f"<h1>{title}</h1>"
    return html


parts = [["The problem", "On 9 of 10 evenings it is dark."]]
show_page(page("Light at the bridge", parts, "our notebook"))
