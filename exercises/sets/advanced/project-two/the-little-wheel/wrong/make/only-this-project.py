def page(title, parts, source):
    html = "<h1>Light at the bridge</h1>"
    html = html + picture("a lamp that shines")
    html = html + "<h2>The problem</h2><p>On 9 of 10 evenings it is dark.</p>"
    html = html + "<h2>Our lamp</h2><p>It sees the dark.</p>"
    return html + "<p>our notebook</p>"
