def page(title, parts, source):
    html = f"<h1>{title}</h1>"
    html = html + picture("a lamp that shines")
    for head, text in parts:
        html = html + f"<h2>{head}</h2><p>{text}</p>"
    print(html + f"<p>Source: {source}</p>")


parts = [["The problem", "On 9 of 10 evenings it is dark."]]
print(page("Light at the bridge", parts, "our notebook"))
