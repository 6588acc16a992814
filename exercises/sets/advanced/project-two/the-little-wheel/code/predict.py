html = ""
html = html + "<h1>Light at the bridge</h1>"
html = html + "<p>It sees the dark.</p>"
show_page(html)
