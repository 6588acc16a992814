def menu(dishes):
    html = "<h1>Today</h1>"
    for dish, price in dishes:
        html = html + f"<h2>{dish}</h2><p>{price} lei</p>"
    return html


show_page(menu([["Soup", 15], ["Pancakes", 12]]))
