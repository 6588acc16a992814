sentence = "It sees the dark."
html = "<h1>Light at the bridge</h1>"
html = html + "<p>" + sentence + "</p>"
show_page(html)
